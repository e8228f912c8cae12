using System.Globalization;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>The path of <c>data.dataKey</c> into an answer: <c>a.b[0].c</c>.</summary>
public static class DataPath
{
    private const int MostSteps = 64;

    /// <summary>The value at a path; undefined when it is not there.</summary>
    public static JsValue Find(JsValue answer, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        // A key that has a dot itself is found too.
        if (!answer[path].IsUndefined)
        {
            return answer[path];
        }

        var steps = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.', MostSteps);
        var value = answer;
        foreach (var step in steps)
        {
            value = Step(value, step);
        }

        return value;
    }

    private static JsValue Step(JsValue value, string step) => !value.IsList ? value[step]
        : int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < value.List.Count ? value.List[index]
        : default;
}
