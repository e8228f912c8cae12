using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>A widget to lint, and values that several rules need.</summary>
internal sealed class LintSubject : ILintSubject
{
    /// <summary>Lists longer than this are read again at each walk instead of being kept in memory.</summary>
    private const int MostHeld = 4096;

    private readonly IReadOnlyList<JsValue> _list;
    private readonly Dictionary<string, int>? _byField;
    private readonly HashSet<string>? _rowIds;
    private readonly IReadOnlyList<LintColumn>? _columns;

    /// <param name="widget">The widget.</param>
    /// <param name="log">Receives the findings; null to read the widget without linting it.</param>
    public LintSubject(WidgetDefinition widget, LintLog? log = null)
    {
        Widget = widget;
        Log = log ?? new LintLog();
        _rowIds = widget.RowIdColumns.Count == 0 ? null : widget.RowIdColumns.ToHashSet(StringComparer.Ordinal);
        Data = widget.Raw["data"];
        _list = Data["table"]["columnsDefs"].List;
        for (var i = 0; i < _list.Count; i++)
        {
            if (_list[i].IsObject)
            {
                _byField ??= new Dictionary<string, int>(StringComparer.Ordinal);
                _byField[LintColumn.FieldOf(_list[i])] = i;
            }
        }

        var parameters = widget.Raw["params"];
        Params = LintParam.CountOf(parameters) switch
        {
            0 => [],
            <= MostHeld => [.. LintParam.ReadAll(parameters)],
            _ => LintParam.ReadAll(parameters),
        };
        _columns = _byField is null ? [] : _list.Count <= MostHeld ? [.. WalkColumns()] : null;
    }

    public WidgetDefinition Widget { get; }

    /// <summary>The raw value of the key <c>data</c>.</summary>
    public JsValue Data { get; }

    public LintLog Log { get; }

    public IEnumerable<LintColumn> Columns => _columns ?? WalkColumns();

    public bool HasColumns => _byField is not null;

    public IEnumerable<LintParam> Params { get; }

    /// <summary>Whether messages change rows; without row ids they append rows.</summary>
    public bool MessagesUpdate => Widget.IsLiveGrid && Widget.HasRowIds;

    /// <summary>Whether loading keeps fields that are not declared.</summary>
    public bool KeepsUndeclared => Widget.Table.ShowAll || !HasColumns;

    /// <summary>The effective column of a field: the last one that declares it.</summary>
    public LintColumn? ColumnOf(string field) => PlaceOf(field) is { } index ? new LintColumn(index, _list[index]) : null;

    public bool IsDeclared(string field) => PlaceOf(field) is not null;

    public bool Counts(LintColumn column) => PlaceOf(column.Field) == column.Index;

    public bool IsRowId(string field) => _rowIds?.Contains(field) == true;

    /// <summary>
    /// Whether messages may change a field in Workspace: its column is declared, and <c>enableCellChangeWs</c> is neither false nor null.
    /// </summary>
    public bool IsLive(string field) =>
        PlaceOf(field) is { } index && ColumnDefinition.AllowsMessages(_list[index]["enableCellChangeWs"], nullIsLive: false);

    private int? PlaceOf(string field) => _byField?.TryGetValue(field, out var index) == true ? index : null;

    private IEnumerable<LintColumn> WalkColumns()
    {
        for (var i = 0; i < _list.Count; i++)
        {
            if (_list[i].IsObject)
            {
                yield return new LintColumn(i, _list[i]);
            }
        }
    }
}
