using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Widgets.Lint;

/// <summary>A widget under the linter, with what several rules ask of it.</summary>
internal sealed class LintSubject : ILintSubject
{
    private readonly Dictionary<string, LintColumn> _byField = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rowIds;

    public LintSubject(WidgetDefinition widget)
    {
        Widget = widget;
        _rowIds = widget.RowIdColumns.ToHashSet(StringComparer.Ordinal);
        Data = widget.Raw["data"];
        Params = LintParam.ReadAll(widget.Raw["params"]);
        var list = Data["table"]["columnsDefs"].List;
        var columns = new List<LintColumn>();
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].IsObject)
            {
                var column = new LintColumn(i, ColumnDefinition.Read(list[i]));
                columns.Add(column);
                _byField[column.Definition.Field] = column;
            }
        }

        Columns = columns;
    }

    public WidgetDefinition Widget { get; }

    /// <summary>The key <c>data</c> as given.</summary>
    public JsValue Data { get; }

    public IReadOnlyList<LintColumn> Columns { get; }

    public IReadOnlyList<LintParam> Params { get; }

    /// <summary>Whether messages change rows; without row ids they append.</summary>
    public bool MessagesUpdate => Widget.IsLiveGrid && Widget.HasRowIds;

    /// <summary>Whether loading keeps a field that is not declared.</summary>
    public bool KeepsUndeclared => Widget.Table.ShowAll || Columns.Count == 0;

    /// <summary>The column that counts for a field: the last one.</summary>
    public LintColumn? ColumnOf(string field) => _byField.GetValueOrDefault(field);

    public bool Counts(LintColumn column) => ReferenceEquals(ColumnOf(column.Definition.Field), column);

    public bool IsRowId(string field) => _rowIds.Contains(field);

    /// <summary>Whether Workspace lets messages change a field: its column is declared, and neither false nor null.</summary>
    public bool IsLive(string field) => ColumnOf(field)?.Definition.IsLive(nullIsLive: false) == true;
}
