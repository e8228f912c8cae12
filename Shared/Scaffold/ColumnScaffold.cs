using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Scaffold;

/// <summary>Makes the entries of <c>columnsDefs</c>.</summary>
/// <param name="isLive">Whether messages change the rows.</param>
/// <param name="rowId">The columns of the row id.</param>
/// <param name="snapshotOnly">Columns that messages do not carry.</param>
/// <param name="sample">The rows.</param>
internal sealed class ColumnScaffold(bool isLive, IReadOnlyList<string> rowId, IReadOnlyList<string> snapshotOnly, RowSample sample)
{
    /// <summary>From so many columns on the row id stays in sight while the others scroll.</summary>
    private const int PinnedFrom = 10;

    /// <value>Whether a change of any number was seen; else every number may be one that changes.</value>
    private readonly bool _hasSeenChanges = sample.Columns.Any(static column => column.IsNumeric && column.Changes);

    /// <value>The live column whose sign colours a price, as in Workspace's own example.</value>
    private readonly string? _sign = sample.Columns.FirstOrDefault(column =>
        column.IsNumeric && column.Words is { IsSigned: true, IsPercent: false } && !snapshotOnly.Contains(column.Field))?.Field;

    public JsValue Make(SampleColumn column)
    {
        var members = new List<(string, JsValue)> { ("field", column.Field), ("headerName", column.Words.Label) };
        var type = TypeOf(column);
        if (type is not null)
        {
            members.Add(("cellDataType", type));
        }

        if (type == "text" && column.HasNumberText)
        {
            // Otherwise loading makes numbers of texts such as "0700", and messages bring the texts again.
            members.Add(("chartDataType", "category"));
        }

        var flashes = Flashes(column);
        if (!flashes && FormatOf(column) is { } format)
        {
            members.Add(("formatterFn", format));
        }

        if (flashes)
        {
            members.Add(("renderFn", "showCellChange"));
            if (_sign is not null && column.Words.IsPrice)
            {
                members.Add(("renderFnParams", JsObject.Create(("colorValueKey", _sign))));
            }
        }
        else if (IsSigned(column))
        {
            members.Add(("renderFn", "greenRed"));
        }

        if (isLive && snapshotOnly.Contains(column.Field))
        {
            members.Add(("enableCellChangeWs", false));
        }

        if (rowId.Contains(column.Field) && sample.Columns.Count >= PinnedFrom)
        {
            members.Add(("pinned", "left"));
        }

        return JsObject.Create([.. members]);
    }

    /// <summary>Whether the cells show each change with an arrow and a highlight. Such a cell ignores number formats.</summary>
    public bool Flashes(SampleColumn column) =>
        isLive
        && rowId.Count > 0
        && column.IsNumeric
        && (column.Changes || !_hasSeenChanges)
        && !IsSigned(column)
        && !IsFractionOfPercent(column)
        && !IsLabel(column)
        && !snapshotOnly.Contains(column.Field);

    /// <summary>Whether the values are shown as percentages although they are fractions.</summary>
    public static bool IsFractionOfPercent(SampleColumn column) => column.Words.IsPercent && column.IsFraction;

    private bool IsSigned(SampleColumn column) => column.IsNumeric && !IsLabel(column) && (column.Words.IsSigned || column.HasNegative);

    /// <summary>Numbers that name something instead of measuring it.</summary>
    private bool IsLabel(SampleColumn column) => rowId.Contains(column.Field) || column.Words.IsId || column.IsYear || column.IsEpoch;

    private string? TypeOf(SampleColumn column) =>
        column.Values.Count == 0 ? null
        : column.IsEpochDate ? "date"
        : column.IsNumeric ? "number"
        : column.IsBoolean ? "boolean"
        : column.IsObject ? "object"
        : column.IsDateText ? "dateString"
        : !isLive && !rowId.Contains(column.Field) && column.IsNumberText ? "number"
        : "text";

    private string? FormatOf(SampleColumn column) =>
        !column.IsNumeric || column.IsEpochDate ? null
        : IsLabel(column) ? "none"
        : IsFractionOfPercent(column) ? "normalizedPercent"
        : column.Words.IsPercent ? "percent"
        : column.IsWhole ? "int"
        : null;
}
