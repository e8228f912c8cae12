using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using StackExchange.Redis;

namespace LiveGridStudio.App.Cluster;

/// <summary>Rows on their way to Redis, and what became of each. A row that breaks a rule which needs no look at the table stays here.</summary>
internal sealed class RowBatch(LiveTable table)
{
    private readonly List<RedisValue> _arguments = [];
    private readonly List<TableChange?> _changes = [];
    private readonly List<string> _ids = [];

    /// <value>Rows to send.</value>
    public int Count => _ids.Count;

    /// <value>How long they are together, about.</value>
    public int Letters { get; private set; }

    public bool IsEmpty => _changes.Count == 0;

    /// <value>Id, key values and cells of each row to send.</value>
    public IReadOnlyList<RedisValue> Arguments => _arguments;

    /// <value>What became of each row, once the answer is taken.</value>
    public IEnumerable<TableChange> Changes => _changes.Select(static change => change ?? TableChange.Applied);

    public void Add(JsObject row)
    {
        if (table.ProblemOf(row) is { } problem)
        {
            _changes.Add(TableChange.Rejected(problem));
        }
        else if (row.Count > LiveTable.MostColumns)
        {
            _changes.Add(TableChange.TooWide(row.Count));
        }
        else
        {
            var (id, cells) = (table.IsAppending ? "" : table.Key.IdOf(row), RowCodec.Cells(row));
            _changes.Add(null);
            _ids.Add(id);
            _arguments.AddRange([RowCodec.Id(id), RowCodec.Key(table.Key, row), cells]);
            Letters += cells.Length;
        }
    }

    /// <param name="answer">Of the script: the version, then one number for each row that was sent.</param>
    public void Take(RedisResult[] answer)
    {
        var next = 0;
        for (var i = 0; i < _changes.Count; i++)
        {
            if (_changes[i] is null)
            {
                _changes[i] = ChangeOf((int)answer[next + 1], _ids[next]);
                next++;
            }
        }
    }

    public void Clear()
    {
        _arguments.Clear();
        _changes.Clear();
        _ids.Clear();
        Letters = 0;
    }

    private TableChange ChangeOf(int answer, string id) => answer switch
    {
        1 => TableChange.Applied,
        2 => TableChange.Unchanged,
        3 => TableChange.Full(table.Options.MaxRows),
        4 => TableChange.OtherKey(id),
        6 => TableChange.TooLong,
        _ => TableChange.TooWide(),
    };
}
