using System.Globalization;

namespace LiveGridStudio.Shared.Json.Text;

/// <summary>Finds the few changes that bring one value to another, and makes them in the text.</summary>
internal static class JsonTextUpdate
{
    public static string Run(string text, IReadOnlyList<string> path, JsValue before, JsValue after)
    {
        if (before == after)
        {
            return text;
        }

        return (before, after) switch
        {
            ({ IsObject: true }, { IsObject: true }) => RunMembers(text, path, before.Object, after.Object),
            ({ IsList: true }, { IsList: true }) => RunElements(text, path, before.List, after.List),
            _ => JsonTextEdit.Set(text, path, after),
        };
    }

    private static string RunMembers(string text, IReadOnlyList<string> path, JsObject before, JsObject after)
    {
        foreach (var (name, _) in before.Where(member => after[member.Key].IsUndefined))
        {
            text = JsonTextEdit.Remove(text, [.. path, name]);
        }

        foreach (var (name, value) in after.Where(static member => !member.Value.IsUndefined))
        {
            text = before.Has(name)
                ? Run(text, [.. path, name], before[name], value)
                : JsonTextEdit.Set(text, [.. path, name], value);
        }

        return text;
    }

    private static string RunElements(string text, IReadOnlyList<string> path, IReadOnlyList<JsValue> before, IReadOnlyList<JsValue> after)
    {
        var shorter = Math.Min(before.Count, after.Count);
        var head = 0;
        while (head < shorter && before[head] == after[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < shorter - head && before[before.Count - 1 - tail] == after[after.Count - 1 - tail])
        {
            tail++;
        }

        var pairs = shorter - tail;
        for (var i = head; i < pairs; i++)
        {
            text = Run(text, [.. path, Step(i)], before[i], after[i]);
        }

        for (var i = before.Count - tail - 1; i >= pairs; i--)
        {
            text = JsonTextEdit.Remove(text, [.. path, Step(i)]);
        }

        for (var i = pairs; i < after.Count - tail; i++)
        {
            text = JsonTextEdit.Insert(text, path, i, after[i]);
        }

        return text;
    }

    private static string Step(int index) => index.ToString(CultureInfo.InvariantCulture);
}
