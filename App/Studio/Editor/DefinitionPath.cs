using System.Globalization;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>The way from a widget to what the path of a finding means.</summary>
internal static class DefinitionPath
{
    private const string Params = "params";

    /// <param name="widget">The definition.</param>
    /// <param name="path">Dot-joined; indexes of <c>params</c> count the list with its rows laid flat.</param>
    public static IReadOnlyList<string> StepsOf(JsValue widget, string path)
    {
        if (path.Length == 0)
        {
            return [];
        }

        var parts = path.Split('.');
        if (parts is [Params, var index, ..] && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var flat))
        {
            return [Params, .. PlaceOf(widget[Params], flat), .. parts[2..]];
        }

        return Join(widget, parts);
    }

    private static string[] PlaceOf(JsValue list, int flat)
    {
        for (var i = 0; i < list.List.Count; i++)
        {
            if (!list.List[i].IsList)
            {
                if (flat-- == 0)
                {
                    return [Step(i)];
                }

                continue;
            }

            var row = list.List[i].List.Count;
            if (flat < row)
            {
                return [Step(i), Step(flat)];
            }

            flat -= row;
        }

        return [];
    }

    /// <summary>A name with a dot in it is one step, where there is such a name.</summary>
    private static List<string> Join(JsValue value, string[] parts)
    {
        var steps = new List<string>();
        for (var i = 0; i < parts.Length; i++)
        {
            var step = parts[i];
            for (var more = i + 1; value.IsObject && !value.Object.Has(step) && more < parts.Length; more++)
            {
                var longer = string.Join('.', parts[i..(more + 1)]);
                if (value.Object.Has(longer))
                {
                    (step, i) = (longer, more);
                    break;
                }
            }

            steps.Add(step);
            value = value.IsList && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < value.List.Count
                ? value.List[index]
                : value[step];
        }

        return steps;
    }

    private static string Step(int index) => index.ToString(CultureInfo.InvariantCulture);
}
