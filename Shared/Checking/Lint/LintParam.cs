using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>A parameter and its place.</summary>
/// <param name="Index">Its place in the flattened list, which is how issues count.</param>
/// <param name="Row">The place of the row that it stands in; null when it stands in the list itself.</param>
/// <param name="Place">Its place in that row, or in the list.</param>
/// <param name="Raw">The parameter as it is written.</param>
internal sealed record LintParam(int Index, int? Row, int Place, JsValue Raw)
{
    /// <summary>The parameter as far as it can be read; read when it is first asked for.</summary>
    public ParamDefinition Definition => field ??= ParamDefinition.Read(Raw);

    public string Name => Validation.Schemas.ValueWords.Quote(Definition.ParamName ?? "");

    /// <summary>The parameters, one by one as they are walked through.</summary>
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

    /// <summary>How many entries the list has, those of its rows included.</summary>
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
