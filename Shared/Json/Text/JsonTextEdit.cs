namespace LiveGridStudio.Shared.Json.Text;

/// <summary>
/// Changes one place in the text of a document and keeps every other character as its author wrote it. A path consists of names of members
/// and indexes of elements, from the root; a repeated name means its last member, as in reading. New parts follow the layout of the text
/// around them. Every method returns the new text.
/// </summary>
public static class JsonTextEdit
{
    /// <summary>
    /// Replaces the value at a path, or adds it: a new member at the end of its object, a new element at the end of its list. Missing
    /// objects on the path are created, and scalars on the path are replaced by objects.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The path leads beyond the end of a list.</exception>
    public static string Set(JsonTextDocument document, IReadOnlyList<string> path, JsValue value)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(path);
        var (text, root) = (document.Text, document.Root);
        var node = JsonTextTree.Walk(root, path, out var found);
        if (found == path.Count)
        {
            return JsonTextPlace.Replace(text, root, path, value);
        }

        var rest = path.Skip(found + (node.IsContainer ? 1 : 0)).Reverse()
            .Aggregate(value, static (inner, name) => JsObject.Create((name, inner)));
        return node.Kind switch
        {
            JsKind.Object => JsonTextPlace.Insert(text, root, node, node.Children.Count, path[found], rest),
            JsKind.List when IsEnd(node, path[found]) => JsonTextPlace.Insert(text, root, node, node.Children.Count, null, rest),
            JsKind.List => throw new ArgumentOutOfRangeException(nameof(path), string.Join('.', path), "Beyond the end of a list."),
            _ => JsonTextPlace.Replace(text, root, [.. path.Take(found)], rest),
        };
    }

    /// <summary>Removes the member or element at a path, all members of a repeated name; no change when it does not exist.</summary>
    /// <exception cref="ArgumentException">The path is empty: the document itself cannot be removed.</exception>
    public static string Remove(JsonTextDocument document, IReadOnlyList<string> path)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(path);
        if (path.Count == 0)
        {
            throw new ArgumentException("The root cannot be removed.", nameof(path));
        }

        while (true)
        {
            var parent = JsonTextTree.Walk(document.Root, [.. path.SkipLast(1)], out var found);
            var index = found == path.Count - 1 && parent.IsContainer ? parent.IndexOf(path[^1]) : -1;
            if (index < 0)
            {
                return document.Text;
            }

            document = JsonTextDocument.OfValid(JsonTextPlace.Remove(document.Text, parent, index));
            if (parent.Kind == JsKind.List)
            {
                return document.Text;
            }
        }
    }

    /// <summary>Inserts an element into the list at a path, before the element that has this index now.</summary>
    /// <exception cref="ArgumentException">There is no list at the path.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The index is beyond the end of the list.</exception>
    public static string Insert(JsonTextDocument document, IReadOnlyList<string> listPath, int index, JsValue value)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(listPath);
        var list = ContainerAt(document.Root, listPath);
        if (list.Kind != JsKind.List)
        {
            throw new ArgumentException("Only a list has places for elements.", nameof(listPath));
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)index, (uint)list.Children.Count, nameof(index));
        return JsonTextPlace.Insert(document.Text, document.Root, list, index, null, value);
    }

    /// <summary>Moves an element or member of a list or object to another index; those between move up or down.</summary>
    /// <exception cref="ArgumentException">There is no list or object at the path.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is beyond the end.</exception>
    public static string Move(JsonTextDocument document, IReadOnlyList<string> path, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(path);
        var container = ContainerAt(document.Root, path);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)from, (uint)container.Children.Count, nameof(from));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)to, (uint)container.Children.Count, nameof(to));
        return JsonTextPlace.Move(document.Text, container, from, to);
    }

    /// <summary>Edits a document so that it has a given value, with few changes: equal parts stay as written.</summary>
    public static string Update(JsonTextDocument document, JsValue value)
    {
        ArgumentNullException.ThrowIfNull(document);
        return JsonTextUpdate.Run(document, [], document.Value, value).Text;
    }

    /// <summary>
    /// Formats the document: two blanks per level, short lists and objects on one line. Numbers, texts and repeated names stay as written.
    /// </summary>
    public static string Format(JsonTextDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var newLine = JsonTextStyle.Of(document.Text, document.Root).NewLine;
        return JsonTextLayout.WriteDocument(document.Text, JsonTextStyle.Default with { NewLine = newLine });
    }

    private static bool IsEnd(JsonTextNode list, string step) =>
        step == list.Children.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static JsonTextNode ContainerAt(JsonTextNode root, IReadOnlyList<string> path)
    {
        var node = JsonTextTree.Walk(root, path, out var found);
        return found == path.Count && node.IsContainer
            ? node
            : throw new ArgumentException($"There is no list or object at '{string.Join('.', path)}'.", nameof(path));
    }
}
