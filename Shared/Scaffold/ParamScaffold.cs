using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Scaffold;

/// <summary>Makes the entries of <c>params</c>.</summary>
internal static class ParamScaffold
{
    private const int MostOptions = 12;
    private const int LongestOption = 60;
    private const string KeepOpen = "keep_open";

    public static IReadOnlyList<JsValue> Make(ScaffoldRequest request, RowSample sample)
    {
        var made = request.Params.Select(param => Make(param, sample)).ToList();
        if (made.Count > 0 && request is { IgnoresUnknownParams: true, WsEndpoint: not null } && sample.Find(KeepOpen) is null)
        {
            // Workspace closes the socket for good once every parameter is empty.
            made.Add(JsObject.Create(
                ("paramName", KeepOpen),
                ("type", "text"),
                ("label", "Keep open"),
                ("description", "Hidden: keeps the socket open when every other parameter is empty."),
                ("value", "1"),
                ("show", false)));
        }

        return made;
    }

    private static JsValue Make(ScaffoldParam param, RowSample sample)
    {
        var values = ValuesOf(param, sample);
        var made = JsObject.Create(
            ("paramName", param.Name),
            ("type", "text"),
            ("label", new ColumnWords(param.Name).Label));
        if (param.Column is { } column)
        {
            made = made.With("description", $"Selects rows by {Ellipsis.Of(column, LongestOption)}.");
        }

        var start = param.Value ?? (param.IsRequired ? values.FirstOrDefault() : null);
        if (start is not null)
        {
            made = made.With("value", start);
        }

        return values.Count is < 2 or > MostOptions ? made : made.With(
            ("multiSelect", true),
            ("options", JsValue.FromList([.. values.Select(static option => (JsValue)JsObject.Create(("label", option), ("value", option)))])));
    }

    /// <summary>The values that can be asked for: a comma would separate two of them.</summary>
    private static List<string> ValuesOf(ScaffoldParam param, RowSample sample) =>
        param.Column is null || sample.Find(param.Column) is not { } column ? [] :
        [
            .. column.Values.Where(static value => value.IsText || value.IsNumber || value.IsBoolean)
                .Select(static value => RowId.PartOf(value).Trim())
                .Where(static text => text.Length is > 0 and <= LongestOption && !text.Contains(',', StringComparison.Ordinal))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(MostOptions + 1),
        ];
}
