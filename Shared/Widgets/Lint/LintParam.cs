using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Widgets.Lint;

/// <summary>A parameter and its place.</summary>
/// <param name="Index">Its place in the flattened list, which is how issues count.</param>
/// <param name="Row">The place of the row that it stands in; null when it stands in the list itself.</param>
/// <param name="Place">Its place in that row, or in the list.</param>
/// <param name="Definition">The parameter as far as it can be read.</param>
internal sealed record LintParam(int Index, int? Row, int Place, ParamDefinition Definition)
{
    public string Name => Validation.Schemas.ValueWords.Quote(Definition.ParamName ?? "");

    public static IReadOnlyList<LintParam> ReadAll(JsValue list)
    {
        var result = new List<LintParam>();
        var index = 0;
        for (var i = 0; i < list.List.Count; i++)
        {
            var item = list.List[i];
            if (!item.IsList)
            {
                Add(result, item, index++, null, i);
                continue;
            }

            for (var j = 0; j < item.List.Count; j++)
            {
                Add(result, item.List[j], index++, i, j);
            }
        }

        return result;
    }

    public string PathOf(string key) => $"params.{Index}.{key}";

    public Func<JsValue, JsValue> Remove(string key) => widget => JsEdit.Change(
        widget,
        Row is { } row ? ["params", row, Place, key] : ["params", Place, key],
        static _ => JsValue.Undefined);

    private static void Add(List<LintParam> result, JsValue item, int index, int? row, int place)
    {
        if (item.IsObject)
        {
            result.Add(new LintParam(index, row, place, ParamDefinition.Read(item)));
        }
    }
}
