namespace LiveGridStudio.Shared.Json.Text;

/// <summary>Single changes of a text, at known places.</summary>
internal static class JsonTextPlace
{
    public static string Replace(string text, JsonTextNode root, IReadOnlyList<string> path, JsValue value)
    {
        var node = JsonTextTree.Walk(root, path, out _);
        var parent = path.Count == 0 ? null : JsonTextTree.Walk(root, [.. path.SkipLast(1)], out _);
        var written = JsonTextLayout.Write(
            value,
            JsonTextStyle.Of(text, root),
            JsonTextStyle.IndentAt(text, node.Start),
            onOneLine: parent is null ? IsOnOneLine(text, node) && node.Children.Count > 0 : IsOnOneLine(text, parent));
        return string.Concat(text.AsSpan(0, node.Start), written, text.AsSpan(node.End));
    }

    public static string Insert(string text, JsonTextNode root, JsonTextNode container, int index, string? name, JsValue value)
    {
        var style = JsonTextStyle.Of(text, root);
        if (container.Children.Count == 0)
        {
            var whole = name is null ? JsValue.FromList(value) : JsObject.Create((name, value));
            var isInLine = !ReferenceEquals(container, root) && IsOnOneLine(text, ParentOf(root, container));
            var filled = JsonTextLayout.Write(whole, style, JsonTextStyle.IndentAt(text, container.Start), isInLine);
            return string.Concat(text.AsSpan(0, container.Start), filled, text.AsSpan(container.End));
        }

        var isOnOneLine = IsOnOneLine(text, container);
        var indent = isOnOneLine ? "" : JsonTextStyle.IndentAt(text, container.Children[0].Place);
        var gap = isOnOneLine ? style.Comma[(style.Comma.IndexOf(',', StringComparison.Ordinal) + 1)..] : style.NewLine + indent;
        var written = (name is null ? "" : JsonText.Stringify(name) + style.Colon)
            + JsonTextLayout.Write(value, style, indent, isOnOneLine);
        if (index < container.Children.Count)
        {
            return text.Insert(container.Children[index].Place, written + "," + gap);
        }

        return text.Insert(container.Children[^1].End, "," + gap + written);
    }

    public static string Remove(string text, JsonTextNode container, int index)
    {
        var children = container.Children;
        if (children.Count == 1)
        {
            return text.Remove(container.Start + 1, container.End - container.Start - 2);
        }

        // When the last child of a line is removed, the line break after it stays.
        var endsLine = index > 0
            && (index == children.Count - 1
                || (HasBreak(text, children[index].End, children[index + 1].Place)
                    && !HasBreak(text, children[index - 1].End, children[index].Place)));
        var (start, end) = endsLine
            ? (children[index - 1].End, children[index].End)
            : (children[index].Place, children[index + 1].Place);
        return text.Remove(start, end - start);
    }

    /// <summary>Blanks and commas between the children stay in place; only the children move.</summary>
    public static string Move(string text, JsonTextNode container, int from, int to)
    {
        var order = Enumerable.Range(0, container.Children.Count).ToList();
        order.RemoveAt(from);
        order.Insert(to, from);
        var result = new System.Text.StringBuilder(text, 0, container.Start, text.Length);
        var at = container.Start;
        for (var i = 0; i < order.Count; i++)
        {
            var (slot, moved) = (container.Children[i], container.Children[order[i]]);
            result.Append(text, at, slot.Place - at).Append(text, moved.Place, moved.End - moved.Place);
            at = slot.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    private static bool IsOnOneLine(string text, JsonTextNode container) =>
        container.Children is not [var first, ..] || !HasBreak(text, container.Start, first.Place);

    private static bool HasBreak(string text, int start, int end) => text.AsSpan(start, end - start).Contains('\n');

    private static JsonTextNode ParentOf(JsonTextNode root, JsonTextNode child)
    {
        var parent = root;
        while (true)
        {
            var inner = parent.Children.First(node => node.Start <= child.Start && node.End >= child.End);
            if (ReferenceEquals(inner, child))
            {
                return parent;
            }

            parent = inner;
        }
    }
}
