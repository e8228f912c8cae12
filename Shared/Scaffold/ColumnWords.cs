using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Scaffold;

/// <summary>What the name of a column says about its values: <c>change_percent</c> and <c>pnlPct</c> are percentages that go up and down.</summary>
internal sealed class ColumnWords
{
    private const int LongestLabel = 80;
    private static readonly string[] Percent = ["percent", "percentage", "pct"];
    private static readonly string[] Signed = ["change", "chg", "pnl", "profit", "return", "returns", "gain", "loss", "diff", "difference", "delta"];
    private static readonly string[] Id = ["id", "ids", "uuid", "guid", "key", "code", "isin", "cusip", "figi"];
    private static readonly string[] Time = ["time", "timestamp", "ts", "date", "datetime", "updated", "created", "at", "epoch"];
    private static readonly string[] Price = ["price", "last", "close", "mid", "mark"];

    private readonly HashSet<string> _words;
    private readonly string _last;

    public ColumnWords(string field)
    {
        var plain = string.Concat(Ellipsis.Of(field, LongestLabel).Select(static c => char.IsControl(c) ? ' ' : c));
        var label = FieldLabel.Of(plain).Trim();
        var words = Split(label);
        Label = label.Length > 0 ? label : plain.Trim() is { Length: > 0 } given ? given : "?";
        (_words, _last) = ([.. words], words[^1]);
    }

    /// <summary>The name as Workspace writes an undeclared column's; never empty, because an empty header hides the column.</summary>
    public string Label { get; }

    public bool IsPercent => _words.Overlaps(Percent) || _words.Any(static word => word.Contains('%', StringComparison.Ordinal));

    public bool IsSigned => _words.Overlaps(Signed);

    public bool IsId => Id.Contains(_last);

    public bool IsYear => _words.Contains("year");

    public bool IsTime => _words.Overlaps(Time);

    public bool IsPrice => _words.Overlaps(Price);

    private static string[] Split(string label)
    {
        var plain = string.Concat(label.ToLowerInvariant().Select(static c => char.IsLetterOrDigit(c) || c == '%' ? c : ' '));
        return plain.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words ? words : [""];
    }
}
