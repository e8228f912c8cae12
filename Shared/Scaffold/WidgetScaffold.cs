using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Checking.FeedLint;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Scaffold;

/// <summary>
/// Makes a widget definition from rows: a <c>live_grid</c> with row id, columns, number formats, marks of changes and parameters, or a
/// <c>table</c> for an endpoint without messages. What the rows do not show is guessed and said in <see cref="ScaffoldResult.Notes"/>.
/// </summary>
public static class WidgetScaffold
{
    private const int MostNamed = 8;

    /// <summary>Columns of the dashboard that a column of the widget gets.</summary>
    private const int WidthOfColumn = 4;

    /// <summary>Makes a definition. Never throws because of the rows.</summary>
    /// <param name="request">What is known besides rows.</param>
    /// <param name="payloads">
    /// One or more answers of the endpoint, in order of time: what differs between them changes. Of each the first thousand rows count.
    /// </param>
    public static ScaffoldResult Make(ScaffoldRequest request, params IReadOnlyList<JsValue> payloads)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(payloads);
        var isLive = !string.IsNullOrWhiteSpace(request.WsEndpoint);
        var dataKey = DataKeyOf(payloads.Count > 0 ? payloads[0] : default);
        if (dataKey is not null && isLive)
        {
            return new ScaffoldResult
            {
                Problem = $"The rows are under \"{Ellipsis.Shown(dataKey)}\", but a live grid reads the answer itself as rows. "
                    + "Answer with the list of rows, or make a table without a wsEndpoint.",
            };
        }

        IReadOnlyList<JsValue> readings = dataKey is null ? payloads : [.. payloads.Select(payload => payload[dataKey])];
        var sample = new RowSample(readings);
        if (sample.IsEmpty || sample.Columns.Count == 0)
        {
            return new ScaffoldResult
            {
                Problem = "There is no row yet: columns, row id and formats are taken from rows, so at least one is needed.",
            };
        }

        var candidates = RowIdGuess.Candidates(sample, out var isEvents);
        var rowId = request.RowId ?? (!isEvents && candidates is [var first, ..] ? first : []);
        if (rowId.FirstOrDefault(field => sample.Find(field) is null) is { } unknown)
        {
            return new ScaffoldResult
            {
                Problem = $"The rows have no column {Ellipsis.Shown(unknown)}; they have {Names(sample.Columns.Select(static column => column.Field))}.",
                Candidates = candidates,
                Columns = [.. sample.Columns.Select(static column => column.Field)],
            };
        }

        sample.MarkChanges(rowId);
        var columns = new ColumnScaffold(isLive, rowId, request.SnapshotOnly, sample);
        var definition = Definition(request, isLive, rowId, dataKey, sample, columns);
        var check = DocumentCheck.Of(DocumentKind.Widgets, JsObject.Create((request.WidgetId, definition)));
        return new ScaffoldResult
        {
            Definition = definition,
            RowId = rowId,
            Candidates = candidates,
            Columns = [.. sample.Columns.Select(static column => column.Field)],
            Notes = [.. ScaffoldNotes.Of(request, isLive, rowId, candidates, sample, columns)],
            Check = check.With(FeedLinter.Lint(WidgetDefinition.Read(request.WidgetId, definition), readings[^1])),
        };
    }

    /// <summary>At most eight names, in words.</summary>
    internal static string Names(IEnumerable<string> names)
    {
        var all = names.Select(static name => Ellipsis.Of(name, 40)).ToList();
        return string.Join(", ", all.Take(MostNamed)) + (all.Count > MostNamed ? $" and {all.Count - MostNamed} more" : "");
    }

    private static JsValue Definition(
        ScaffoldRequest request, bool isLive, IReadOnlyList<string> rowId, string? dataKey, RowSample sample, ColumnScaffold columns)
    {
        var table = ("table", (JsValue)JsObject.Create(("columnsDefs", JsValue.FromList([.. sample.Columns.Select(columns.Make)]))));
        var rowCount = sample.Readings.Max(static rows => rows.Count);
        var members = new List<(string, JsValue)>
        {
            ("name", request.Name is { Length: > 0 } name ? Ellipsis.Shown(name) : new ColumnWords(request.WidgetId).Label),
            ("description", request.Description ?? $"Rows of {request.Endpoint}"),
            ("category", request.Category ?? (isLive ? "Live tables" : "Tables")),
            ("type", isLive ? "live_grid" : "table"),
            ("endpoint", request.Endpoint),
        };
        if (isLive)
        {
            members.Add(("wsEndpoint", request.WsEndpoint!));
        }

        members.Add(("gridData", JsObject.Create(
            ("w", Math.Clamp(sample.Columns.Count * WidthOfColumn, 12, (int)GridData.Columns)),
            ("h", Math.Clamp(rowCount + 3, 9, 16)))));
        members.Add(("data", isLive && rowId.Count > 0 ? JsObject.Create(("wsRowIdColumn", RowIdOf(rowId)), table)
            : dataKey is not null ? JsObject.Create(("dataKey", dataKey), table)
            : JsObject.Create(table)));
        if (ParamScaffold.Make(request, sample) is { Count: > 0 } parameters)
        {
            members.Add(("params", JsValue.FromList([.. parameters])));
        }

        return JsObject.Create([.. members]);
    }

    private static JsValue RowIdOf(IReadOnlyList<string> rowId) =>
        rowId is [var only] ? only : JsValue.FromList([.. rowId.Select(static field => (JsValue)field)]);

    /// <summary>The member of an answer that has its rows; null when the answer is the rows themselves.</summary>
    private static string? DataKeyOf(JsValue payload) => payload.Object
        .Where(static member => member.Value.List is [{ IsObject: true }, ..])
        .Select(static member => member.Key)
        .ToList() is [var key] ? key : null;
}
