namespace LiveGridStudio.Shared.Json.Text;

/// <summary>The layout of an author's JSON, as far as a text shows it.</summary>
public sealed record JsonTextStyle
{
    /// <summary>The default layout: two blanks, <c>{ "w": 20, "h": 9 }</c>.</summary>
    public static JsonTextStyle Default { get; } = new();

    public string NewLine { get; init; } = "\n";

    /// <summary>One level of indentation.</summary>
    public string Indent { get; init; } = "  ";

    /// <summary>The text between a name and its value.</summary>
    public string Colon { get; init; } = ": ";

    /// <summary>The text between values on one line.</summary>
    public string Comma { get; init; } = ", ";

    /// <summary>The text inside the braces of an object on one line.</summary>
    public string Padding { get; init; } = " ";

    public static JsonTextStyle Of(string text, JsonTextNode root)
    {
        var style = Default with { NewLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n" };
        string? indent = null, colon = null, comma = null, padding = null;
        Visit(root);
        // An author who writes no blank after a colon wants none anywhere.
        var isTight = colon == ":";
        return style with
        {
            Indent = indent ?? style.Indent,
            Colon = colon ?? style.Colon,
            Comma = comma ?? (isTight ? "," : style.Comma),
            Padding = padding ?? (isTight ? "" : style.Padding),
        };

        void Visit(JsonTextNode node)
        {
            if (node.Children is not [var first, ..])
            {
                return;
            }

            var opening = text[(node.Start + 1)..first.Place];
            if (opening.Contains('\n', StringComparison.Ordinal))
            {
                var outer = IndentAt(text, node.Start);
                var inner = IndentAt(text, first.Place);
                indent ??= inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal) ? inner[outer.Length..] : null;
            }
            else
            {
                padding ??= node.Kind == JsKind.Object ? opening : null;
                comma ??= node.Children is [_, var second, ..] ? GapBefore(text, first, second) : null;
            }

            if (first.Name is not null)
            {
                var between = text[first.NameEnd..first.Start];
                colon ??= between.Contains('\n', StringComparison.Ordinal) ? null : between;
            }

            foreach (var child in node.Children)
            {
                Visit(child);
            }
        }
    }

    /// <summary>The indentation of the line that contains a place.</summary>
    public static string IndentAt(string text, int place)
    {
        var start = place == 0 ? 0 : text.LastIndexOf('\n', place - 1) + 1;
        var end = start;
        while (end < place && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text[start..end];
    }

    private static string? GapBefore(string text, JsonTextNode left, JsonTextNode right)
    {
        var gap = text[left.End..right.Place];
        return gap.Contains('\n', StringComparison.Ordinal) ? null : gap;
    }
}
