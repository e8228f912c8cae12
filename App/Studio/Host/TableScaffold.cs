using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Scaffold;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.App.Studio.Host;

/// <summary>
/// A widget in the making, from the rows of one of the host's tables. It looks at the rows again until it has seen them change. Plain C#, for
/// one circuit.
/// </summary>
internal sealed class TableScaffold
{
    private const int MostRows = 500;

    /// <summary>Rows that have not changed after so many looks, from the first row on, are taken as they are.</summary>
    private const int MostLooks = 60;

    private readonly LiveTable _table;
    private readonly Func<string, bool> _isTaken;
    private readonly List<JsValue> _readings = [];
    private long _version = -1;
    private int _looks;
    private string _widgetId;
    private string? _name;

    /// <param name="table">The table.</param>
    /// <param name="isTaken">Whether <c>widgets.json</c> has a widget of this id.</param>
    public TableScaffold(LiveTable table, Func<string, bool> isTaken)
    {
        (_table, _isTaken) = (table, isTaken);
        _widgetId = Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? table.Name : $"{table.Name}_{i}").First(id => !isTaken(id));
        RowId = table.Options.Key;
        Result = new ScaffoldResult();
        Look();
    }

    public ScaffoldResult Result { get; private set; }

    /// <value>The columns of the row id; empty when messages append rows.</value>
    public IReadOnlyList<string> RowId { get; private set; }

    /// <value>The columns to choose the row id from: those of the key, then those of the rows.</value>
    public IReadOnlyList<string> Columns => [.. _table.Options.Key.Union(Result.Columns)];

    public string WidgetId
    {
        get => _widgetId;
        set
        {
            _widgetId = value.Trim();
            Make();
        }
    }

    /// <value>The name that Workspace shows; made from the id until someone writes one.</value>
    public string Name
    {
        get => _name ?? Result.Definition["name"].Text ?? "";
        set
        {
            _name = value.Trim();
            Make();
        }
    }

    /// <value>Why the id cannot be the key of a new widget; null when it can.</value>
    public string? IdProblem =>
        !_widgetId.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') || _widgetId.Length is 0 or > 64
            ? "An id has letters, digits, - and _, 1 to 64 of them."
        : _isTaken(_widgetId) ? "widgets.json has a widget of this id already."
        : null;

    /// <value>Whether the rows may still show more than they have.</value>
    public bool IsLooking => Result.Problem is not null || (_readings.Count < 2 && _looks < MostLooks);

    public void Choose(IEnumerable<string> rowId)
    {
        // In the order of the key and the rows, not of the clicks.
        var chosen = rowId.ToHashSet(StringComparer.Ordinal);
        RowId = [.. Columns.Where(chosen.Contains)];
        Make();
    }

    /// <summary>Reads the rows if they have changed. Cheap enough for every second.</summary>
    /// <returns>Whether there is something new.</returns>
    public bool Look()
    {
        _looks += Result.Problem is null ? 1 : 0;
        var version = _table.Version;
        if (version == _version)
        {
            return false;
        }

        _version = version;
        var rows = JsValue.FromList([.. _table.Snapshot(TableSelection.All).Take(MostRows).Select(static row => (JsValue)row.Values)]);
        if (_readings.Count == 0 || _readings[0].List.Count == 0)
        {
            _readings.Clear();
        }

        _readings.Add(rows);
        Make();
        return true;
    }

    private void Make() => Result = WidgetScaffold.Make(
        new ScaffoldRequest(_widgetId, _table.Endpoint)
        {
            WsEndpoint = _table.WsEndpoint,
            Name = _name,
            Description = $"Rows of the live table {_table.Name}",
            RowId = RowId,
            SnapshotOnly = _table.Options.SnapshotOnly,
            Params =
            [
                .. _table.Options.Required.Union(_table.Options.Select.Keys).Select(name => new ScaffoldParam(name)
                {
                    Column = _table.Options.Select.GetValueOrDefault(name, name),
                    IsRequired = _table.Options.Required.Contains(name),
                }),
            ],
            IgnoresUnknownParams = true,
        },
        [.. _readings]);
}
