using System.Text;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>Fills in texts that contain <c>{key}</c>.</summary>
internal static class TextTemplate
{
    /// <summary>The most characters of a template and of its result; the rest is cut, because every cell of a column has its own text.</summary>
    private const int Longest = 10_000;

    /// <summary>Replaces each key that <paramref name="find"/> knows; others stay as written.</summary>
    public static string? Fill(string? template, Func<string, JsValue> find)
    {
        template = template is { Length: > Longest } ? template[..Longest] : template;
        if (template is null || !template.Contains('{', StringComparison.Ordinal))
        {
            return template;
        }

        var text = new StringBuilder(template.Length);
        var at = 0;
        while (at < template.Length && text.Length < Longest)
        {
            var open = template.IndexOf('{', at);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            var value = find(template[(open + 1)..close].Trim());
            text.Append(template, at, open - at);
            if (value.IsUndefined)
            {
                text.Append(template, open, close + 1 - open);
            }
            else
            {
                var filled = ValueText.StartOf(value, Longest);
                text.Append(filled, 0, Math.Min(filled.Length, Longest));
            }

            at = close + 1;
        }

        text.Append(template, at, template.Length - at);
        return text.ToString(0, Math.Min(text.Length, Longest));
    }
}
