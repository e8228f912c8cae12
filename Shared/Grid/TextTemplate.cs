using System.Text;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Grid;

/// <summary>Texts with <c>{key}</c> in them.</summary>
internal static class TextTemplate
{
    /// <summary>Fills in each key that <paramref name="find"/> knows; others stay as written.</summary>
    public static string? Fill(string? template, Func<string, JsValue> find)
    {
        if (template is null || !template.Contains('{', StringComparison.Ordinal))
        {
            return template;
        }

        var text = new StringBuilder(template.Length);
        var at = 0;
        while (at < template.Length)
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
                text.Append(ValueText.Of(value));
            }

            at = close + 1;
        }

        return text.Append(template, at, template.Length - at).ToString();
    }
}
