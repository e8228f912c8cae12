using System.Globalization;

namespace LiveGridStudio.App.Sources.Mapping;

/// <summary>Counts the entries of one answer that give no row.</summary>
internal sealed class MappingTally
{
    private int _strangers;
    private int _failures;
    private string? _first;

    /// <summary>Counts a text or number where a row should be.</summary>
    public void CountStranger() => _strangers++;

    /// <summary>Counts an entry from which an expression could not be computed.</summary>
    /// <param name="step">The column, or <c>Where</c>.</param>
    /// <param name="reason">Kept of the first one.</param>
    public void CountFailure(string step, string reason)
    {
        _failures++;
        _first ??= $"{step}: {reason}";
    }

    /// <summary>In words; null when every entry gave a row.</summary>
    /// <param name="total">How many entries there are.</param>
    public string? ToText(int total) => (_strangers, _failures) switch
    {
        (0, 0) => null,
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{_strangers} of {total} entries are no objects"),
        (0, _) => string.Create(CultureInfo.InvariantCulture, $"{_failures} of {total} entries could not be mapped; {_first}"),
        _ => string.Create(
            CultureInfo.InvariantCulture, $"{_strangers} of {total} entries are no objects, {_failures} could not be mapped; {_first}"),
    };
}
