namespace LiveGridStudio.Tests.Unit.Checking.Validation;

/// <summary>One line of the table of keys.</summary>
/// <param name="Scope">A section: <c>widget</c>, <c>param</c>, <c>param:text</c> and so on, <c>app</c>.</param>
internal sealed record KeyRow(string Scope, string Path, string Type, bool Required, bool Null)
{
    public string Parent => Path.LastIndexOf('.') is >= 0 and var dot ? Path[..dot] : "";

    public override string ToString() => $"{Scope} {Path}";

    /// <summary>The tables of <c>keys.md</c>, row by row.</summary>
    public static IReadOnlyList<KeyRow> ReadAll()
    {
        var rows = new List<KeyRow>();
        var scope = "";
        foreach (var line in File.ReadLines(Path_("keys.md")))
        {
            scope = line switch
            {
                "## A widget (without params)" => "widget",
                "## Parameters, by type" => "param",
                "## An app" => "app",
                _ => scope,
            };
            var cells = line.Replace("\\|", "\u0001", StringComparison.Ordinal).Split('|')
                .Select(static cell => cell.Trim().Replace("\u0001", "|", StringComparison.Ordinal)).ToArray();
            if (cells.Contains("required") || cells.Contains("---"))
            {
                continue;
            }

            if (cells is ["", _, _, _, _, ""])
            {
                rows.Add(new KeyRow(scope, cells[1], cells[2], cells[3] == "yes", cells[4] == "yes"));
            }
            else if (cells is ["", _, _, _, _, _, ""])
            {
                rows.Add(new KeyRow($"param:{cells[1]}", cells[2], cells[3], cells[4] == "yes", cells[5] == "yes"));
            }
        }

        return rows;

        static string Path_(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Conformance", name);
    }
}
