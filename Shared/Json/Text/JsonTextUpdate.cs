using System.Globalization;

namespace LiveGridStudio.Shared.Json.Text;

/// <summary>Finds the few changes from one value to another, and makes them in the text.</summary>
internal static class JsonTextUpdate
{
    public static JsonTextDocument Run(JsonTextDocument document, IReadOnlyList<string> path, JsValue before, JsValue after)
    {
        if (before == after)
        {
            return document;
        }

        return (before, after) switch
        {
            ({ IsObject: true }, { IsObject: true }) => RunMembers(document, path, before.Object, after.Object),
            ({ IsList: true }, { IsList: true }) => RunElements(document, path, before.List, after.List),
            _ => Known(JsonTextEdit.Set(document, path, after)),
        };
    }

    private static JsonTextDocument RunMembers(JsonTextDocument document, IReadOnlyList<string> path, JsObject before, JsObject after)
    {
        foreach (var (name, _) in before.Where(member => after[member.Key].IsUndefined))
        {
            document = Known(JsonTextEdit.Remove(document, [.. path, name]));
        }

        foreach (var (name, value) in after.Where(static member => !member.Value.IsUndefined))
        {
            document = before.Has(name)
                ? Run(document, [.. path, name], before[name], value)
                : Known(JsonTextEdit.Set(document, [.. path, name], value));
        }

        return document;
    }

    private static JsonTextDocument RunElements(JsonTextDocument document, IReadOnlyList<string> path, IReadOnlyList<JsValue> before, IReadOnlyList<JsValue> after)
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
            document = Run(document, [.. path, Step(i)], before[i], after[i]);
        }

        for (var i = before.Count - tail - 1; i >= pairs; i--)
        {
            document = Known(JsonTextEdit.Remove(document, [.. path, Step(i)]));
        }

        for (var i = pairs; i < after.Count - tail; i++)
        {
            document = Known(JsonTextEdit.Insert(document, path, i, after[i]));
        }

        return document;
    }

    /// <summary>The text after an edit is still JSON.</summary>
    private static JsonTextDocument Known(string text) => JsonTextDocument.OfValid(text);

    private static string Step(int index) => index.ToString(CultureInfo.InvariantCulture);
}
