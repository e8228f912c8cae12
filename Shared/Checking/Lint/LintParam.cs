using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>A parameter and its place in the list.</summary>
/// <param name="Index">Its index in the flattened list, as issues count.</param>
/// <param name="Row">The index of the row that holds it; null when the list holds it directly.</param>
/// <param name="Place">Its index in that row, or in the list.</param>
/// <param name="Raw">The raw JSON of the parameter.</param>
internal sealed record LintParam(int Index, int? Row, int Place, JsValue Raw)
{
    /// <summary>The readable part of the parameter; read on first use.</summary>
    public ParamDefinition Definition => field ??= ParamDefinition.Read(Raw);

    public string Name => Validation.Schemas.ValueWords.Quote(Definition.ParamName ?? "");

    /// <summary>The parameters, read lazily.</summary>
    public static IEnumerable<LintParam> ReadAll(JsValue list)
    {
        var index = 0;
        for (var i = 0; i < list.List.Count; i++)
        {
            var item = list.List[i];
            if (item.IsObject)
            {
                yield return new LintParam(index, null, i, item);
            }

            if (!item.IsList)
            {
                index++;
                continue;
            }

            for (var j = 0; j < item.List.Count; j++, index++)
            {
                if (item.List[j].IsObject)
                {
                    yield return new LintParam(index, i, j, item.List[j]);
                }
            }
        }
    }

    /// <summary>Number of entries of the list, those in its rows included.</summary>
    public static int CountOf(JsValue list)
    {
        var count = 0;
        foreach (var item in list.Elements)
        {
            count += 1 + item.List.Count;
        }

        return count;
    }

    public string PathOf(string key) => $"params.{Index}.{key}";

    public Func<JsValue, JsValue> Remove(string key) => widget => JsEdit.Change(
        widget,
        Row is { } row ? ["params", row, Place, key] : ["params", Place, key],
        static _ => JsValue.Undefined);
}
