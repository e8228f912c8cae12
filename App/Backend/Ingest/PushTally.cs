using System.Text;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;

namespace LiveGridStudio.App.Backend.Ingest;

/// <summary>Writes the rows of one request, in batches, and counts what became of them.</summary>
internal sealed class PushTally(ITableWriter writer, CancellationToken cancellationToken)
{
    /// <summary>A longer row is refused, so that none of a stream has to be held whole.</summary>
    public const int MostRowBytes = 64 * 1024;

    private const int MostProblems = 20;
    private const int RowsOfBatch = 256;

    private readonly List<(long Line, string Problem)> _problems = [];
    private readonly List<JsObject> _rows = [];
    private readonly List<long> _lines = [];
    private readonly List<TableChange> _changes = [];
    private long _applied;
    private long _unchanged;
    private long _rejected;

    /// <value>Whether there was no row that could be read.</value>
    public bool IsNothing => _applied + _unchanged == 0;

    public bool HasProblems => _rejected > 0;

    /// <param name="line">The line of the row, or its place in the list, from 1.</param>
    /// <param name="row">The row. It is written now or with <see cref="FlushAsync"/>.</param>
    public ValueTask AddAsync(long line, JsValue row)
    {
        if (!row.IsObject)
        {
            Reject(line, "this is no object of column to value");
            return ValueTask.CompletedTask;
        }

        _rows.Add(row.Object);
        _lines.Add(line);
        return _rows.Count < RowsOfBatch ? ValueTask.CompletedTask : FlushAsync();
    }

    /// <summary>The same for a row whose length is not known yet.</summary>
    public ValueTask AddMeasuredAsync(long line, JsValue row)
    {
        if (row.IsObject && Encoding.UTF8.GetByteCount(JsonText.Stringify(row)) > MostRowBytes)
        {
            RejectLong(line);
            return ValueTask.CompletedTask;
        }

        return AddAsync(line, row);
    }

    public void RejectLong(long line) => Reject(line, $"the row is longer than {MostRowBytes} bytes");

    /// <summary>Writes what was added. Called whenever no more row is there at the moment, so that none waits for the next one.</summary>
    /// <exception cref="TableUnavailableException">Not all of those rows were written; those that were are counted.</exception>
    public async ValueTask FlushAsync()
    {
        if (_rows.Count == 0)
        {
            return;
        }

        _changes.Clear();
        try
        {
            await writer.WriteAsync(_rows, _changes, cancellationToken);
        }
        finally
        {
            writer.Table.Source.Took(_changes);
            for (var i = 0; i < _changes.Count; i++)
            {
                Count(_lines[i], _changes[i]);
            }

            _rows.Clear();
            _lines.Clear();
        }
    }

    public void Reject(long line, string problem)
    {
        _rejected++;
        if (_problems.Count < MostProblems)
        {
            _problems.Add((line, problem));
        }
    }

    /// <summary>The answer, once all is flushed.</summary>
    public JsObject ToJson() => JsObject.Create(
        ("applied", _applied),
        ("unchanged", _unchanged),
        ("rejected", _rejected),
        ("problems", JsValue.FromList([.. _problems.OrderBy(static problem => problem.Line).Select(
            static problem => (JsValue)JsObject.Create(("line", problem.Line), ("problem", problem.Problem)))])));

    private void Count(long line, TableChange change)
    {
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
}
