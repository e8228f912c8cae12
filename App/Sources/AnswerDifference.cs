using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Sources;

/// <summary>
/// Which rows of a polled list are new. Lists overlap from poll to poll, so a row counts as often as the list has it more often than the list
/// before: two equal trades are two trades, and both are appended once.
/// </summary>
internal sealed class AnswerDifference
{
    private Dictionary<string, int> _before = new(StringComparer.Ordinal);

    /// <summary>Says what is known already, as after a restart of the source.</summary>
    public void Remember(IEnumerable<JsObject> rows) => Take([.. rows]);

    /// <summary>
    /// The rows that the list before did not have, in their order. This list is the one before from now on, unless it is empty: what a server
    /// answers while something is wrong with it makes no row new.
    /// </summary>
    public IReadOnlyList<JsObject> Take(IReadOnlyList<JsObject> rows)
    {
        if (rows.Count == 0)
        {
            return rows;
        }

        var added = new List<JsObject>();
        var now = new Dictionary<string, int>(rows.Count, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var text = JsonText.Stringify(row);
            var count = now[text] = now.GetValueOrDefault(text) + 1;
            if (count > _before.GetValueOrDefault(text))
            {
                added.Add(row);
            }
        }

        _before = now;
        return added;
    }
}
