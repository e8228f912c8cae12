using System.Globalization;

namespace LiveGridStudio.Bench.Reports;

/// <summary>The report of a suite: always printed, and written into <c>docs/benchmarks.md</c> on request.</summary>
internal sealed class Report(string suite, string command)
{
    private const string Document = "docs/benchmarks.md";
    private readonly List<string> _parts = [];

    /// <summary>Adds a paragraph or a table, and prints it.</summary>
    public void Add(object part)
    {
        var text = part.ToString()!.TrimEnd();
        _parts.Add(text);
        Console.WriteLine(text);
        Console.WriteLine();
    }

    /// <summary>
    /// Replaces the text between the marks <c>&lt;!-- bench:suite --&gt;</c> and <c>&lt;!-- /bench:suite --&gt;</c>; everything else in the
    /// document is written by hand and stays.
    /// </summary>
    public void Write()
    {
        var path = Path.Combine(Places.Repository, Document);
        var text = File.Exists(path) ? File.ReadAllText(path) : "# Benchmarks\n";
        var (begin, end) = ($"<!-- bench:{suite} -->", $"<!-- /bench:{suite} -->");
        var date = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var body = $"{begin}\n{Machine.Describe()}; {date}; `{command}`\n\n{string.Join("\n\n", _parts)}\n{end}";
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        text = from >= 0 && to > from
            ? string.Concat(text.AsSpan(0, from), body, text.AsSpan(to + end.Length))
            : $"{text.TrimEnd()}\n\n## {suite}\n\n{body}\n";
        File.WriteAllText(path, text);
        Console.WriteLine($"Written to {Document}.");
    }
}
