using System.Globalization;
using System.Text.RegularExpressions;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

/// <summary>
/// Normalises <c>params</c> as Workspace does before its check: anything but a list is empty, lists inside the list are rows and are
/// flattened, and each parameter gets its type, label and normalised value. A parameter without a name stays as it is.
/// </summary>
internal static partial class ParamNormalizer
{
    public static JsValue Normalize(JsValue value)
    {
        var flat = new JsValue[CountOf(value)];
        var count = 0;
        foreach (var item in value.Elements)
        {
            if (!item.IsList)
            {
                flat[count++] = IsParam(item) ? Tidy(item.Object) : item;
                continue;
            }

            var areParams = item.List.All(IsParam);
            foreach (var inner in item.Elements)
            {
                // The row number replaces whatever the parameter says.
                flat[count++] = areParams ? Tidy(inner.Object).With("row", 1) : inner;
            }
        }

        return JsValue.FromList(flat);
    }

    private static int CountOf(JsValue value)
    {
        var count = 0;
        foreach (var item in value.Elements)
        {
            count += item.IsList ? item.List.Count : 1;
        }

        return count;
    }

    private static bool IsParam(JsValue value) => value["type"].Text == "form" || value["paramName"].IsTruthy;

    private static JsObject Tidy(JsObject param)
    {
        var given = param["type"];
        var byName = param["paramName"].Text == "date" ? "date" : "text";
        var label = param["label"].IsNullish ? param["paramName"] : param["label"];
        var tidy = param.With(
            ("type", given.IsNullish ? byName : given),
            ("value", TidyValue(param["value"], given.Text)),
            ("show", param["show"].IsBoolean ? param["show"] : true),
            ("options", TidyOptions(param["options"], given.Text)));
        return label.IsUndefined ? tidy.Without("label") : tidy.With("label", label);
    }

    private static JsValue TidyValue(JsValue value, string? type)
    {
        if (!value.IsTruthy)
        {
            return JsValue.Null;
        }

        return type switch
        {
            // Keep the value itself: the check asks only whether it is a text.
            "text" when !value.IsText => "",
            "number" when value.TryGetText(out var text) && LeadingNumber(text) is { } number => number,
            _ => value,
        };
    }

    /// <summary>A missing list becomes an empty one. A boolean without options gets True and False, which always pass.</summary>
    private static JsValue TidyOptions(JsValue options, string? type) =>
        options.IsNullish || (type == "boolean" && !HasLength(options)) ? JsValue.FromList() : options;

    private static bool HasLength(JsValue value) => value.Kind switch
    {
        JsKind.List => value.List.Count > 0,
        JsKind.Text => value.Text!.Length > 0,
        _ => value["length"].IsTruthy,
    };

    /// <summary>JavaScript's <c>parseFloat</c>; null where that gives no number.</summary>
    private static double? LeadingNumber(string text)
    {
        var match = NumberAtStart().Match(JsWhitespace.TrimStart(text));
        if (!match.Success)
        {
            return null;
        }

        if (match.Value.EndsWith('y'))
        {
            return match.Value[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        }

        return double.Parse(match.Value, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"^[+-]?(Infinity|([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberAtStart();
}
