using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.App.Backend.Ingest;

/// <summary>Writes the rows of one request and counts what became of them.</summary>
internal sealed class PushTally(LiveTable table)
{
    /// <summary>A longer row is refused, so that none of a stream has to be held whole.</summary>
    public const int MostRowBytes = 64 * 1024;

    private const int MostProblems = 20;

    private readonly List<JsValue> _problems = [];
    private long _applied;
    private long _unchanged;
    private long _rejected;

    /// <value>Whether there was no row that could be read.</value>
    public bool IsNothing => _applied + _unchanged == 0;

    public bool HasProblems => _rejected > 0;

    /// <param name="line">The line of the row, or its place in the list, from 1.</param>
    /// <param name="row">The row.</param>
    public void Write(long line, JsValue row)
    {
        if (!row.IsObject)
        {
            Reject(line, "this is no object of column to value");
            return;
        }

        var change = table.Write(row.Object);
        switch (change.Outcome)
        {
            case TableOutcome.Applied:
                _applied++;
                break;
            case TableOutcome.Unchanged:
                _unchanged++;
                break;
            default:
                Reject(line, change.Problem!);
                break;
        }
    }

    public void Reject(long line, string problem)
    {
        _rejected++;
        if (_problems.Count < MostProblems)
        {
            _problems.Add(JsObject.Create(("line", line), ("problem", problem)));
        }
    }

    public JsValue ToJson() => JsObject.Create(
        ("applied", _applied), ("unchanged", _unchanged), ("rejected", _rejected), ("problems", JsValue.FromList([.. _problems])));
}
