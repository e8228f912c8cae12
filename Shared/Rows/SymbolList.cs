namespace LiveGridStudio.Shared.Rows;

/// <summary>Symbols as clients write them: comma texts, blanks around them, repeats.</summary>
public static class SymbolList
{
    /// <summary>The symbols in the order asked, trimmed, each once whatever its case.</summary>
    public static IReadOnlyList<string> Split(IEnumerable<string?> texts)
    {
        var symbols = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in texts)
        {
            foreach (var part in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (seen.Add(part))
                {
                    symbols.Add(part);
                }
            }
        }

        return symbols;
    }
}
