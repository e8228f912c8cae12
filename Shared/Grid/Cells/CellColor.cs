using System.Globalization;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>The colours that render functions and colour rules give a cell.</summary>
public static class CellColor
{
    public const string Green = "#22c55e";
    public const string Red = "#ef4444";
    public const string Blue = "#0088CC";

    /// <summary>The theme's shade of green, used in a <c>showCellChange</c> cell when no rule matches.</summary>
    public const string FallbackGreen = "green-500";

    public const string FallbackRed = "red-500";

    /// <summary>The most characters of a text that rules compare: the comparison runs for each rule in each cell that uses it.</summary>
    private const int LongestCompared = 500;

    private const string Black = "#000000";
    private const string White = "#FFFFFF";

    /// <summary>Green above 0, red below 0.</summary>
    private static readonly IReadOnlyList<ColorRule> DefaultRules =
    [
        new() { Condition = ColorCondition.GreaterThan, Value = 0, Color = "green" },
        new() { Condition = ColorCondition.LessThan, Value = 0, Color = "red" },
    ];

    /// <summary>The colours of an ordinary cell.</summary>
    /// <param name="render">The column's render functions.</param>
    /// <param name="subject">The value that rules compare: the number, or the shown text.</param>
    /// <param name="keyValue">The value of the <c>colorValueKey</c> field; it takes precedence unless it is null or missing.</param>
    public static CellColors Of(RenderFunction render, JsValue subject, JsValue keyValue)
    {
        if (subject.IsUndefined || render.HasNullColorRules)
        {
            return default;
        }

        var rules = render.ColorRules ?? (CellPrecedence.ColorsBySign(render) ? DefaultRules : []);
        return Apply(rules, keyValue.IsNullish ? subject : keyValue, out _);
    }

    /// <summary>The text colour of a <c>showCellChange</c> cell.</summary>
    /// <param name="render">The column's render functions.</param>
    /// <param name="value">The cell's value.</param>
    /// <param name="keyValue">The value of the <c>colorValueKey</c> field; it takes precedence unless it is null or missing.</param>
    public static string? OfChangeCell(RenderFunction render, JsValue value, JsValue keyValue)
    {
        var compared = keyValue.IsNullish ? value : keyValue;
        var colors = Apply(render.ColorRules ?? DefaultRules, compared, out var isMatched);
        return isMatched || !compared.IsNumber ? colors.Color : compared.Number > 0 ? FallbackGreen : FallbackRed;
    }

    /// <summary>Applies all rules in order; each match overrides what earlier ones set.</summary>
    private static CellColors Apply(IReadOnlyList<ColorRule> rules, JsValue value, out bool isMatched)
    {
        string? color = null;
        string? background = null;
        string? text = null;
        isMatched = false;
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            if (!Matches(rule, value, ref text))
            {
                continue;
            }

            isMatched = true;
            var shade = ShadeOf(rule.Color);
            if (rule.Fill)
            {
                background = shade;
            }

            color = rule.Fill ? ContrastOf(shade) : shade;
        }

        return new CellColors(color, background);
    }

    /// <param name="rule">The rule.</param>
    /// <param name="value">The value to test.</param>
    /// <param name="text">The value as an upper-case text; filled when a rule first needs it.</param>
    private static bool Matches(ColorRule rule, JsValue value, ref string? text)
    {
        var bound = rule.Value;
        var areNumbers = value.IsNumber && bound.IsNumber;
        return rule.Condition switch
        {
            ColorCondition.Equal => value == bound,
            ColorCondition.NotEqual => value != bound,
            ColorCondition.GreaterThan => areNumbers && value.Number > bound.Number,
            ColorCondition.LessThan => areNumbers && value.Number < bound.Number,
            ColorCondition.GreaterOrEqual => areNumbers && value.Number >= bound.Number,
            ColorCondition.LessOrEqual => areNumbers && value.Number <= bound.Number,
            ColorCondition.Contains => Contains(text ??= TextOf(value), rule.Part),
            ColorCondition.NotContains => !bound.IsUndefined && !Contains(text ??= TextOf(value), rule.Part),
            _ => value.IsNumber && value.Number >= rule.Min && value.Number <= rule.Max,
        };
    }

    /// <summary>Both texts are in upper case: a case-insensitive search would need time in proportion to the product of both lengths.</summary>
    private static bool Contains(string text, string? part) => part is not null && text.Contains(part, StringComparison.Ordinal);

    private static string TextOf(JsValue value)
    {
        var text = value.ToText(LongestCompared);
        return (text.Length > LongestCompared ? text[..LongestCompared] : text).ToUpperInvariant();
    }

    private static string ShadeOf(string color) => color switch
    {
        "green" => Green,
        "red" => Red,
        "blue" => Blue,
        _ => color,
    };

    /// <summary>Black on bright colours, white on dark ones; brightness is the weighted sum that television uses.</summary>
    private static string ContrastOf(string hex)
    {
        var isShort = hex.Length == 4;
        var brightness = ((299 * Part(0)) + (587 * Part(1)) + (114 * Part(2))) / 1000d;
        return brightness > 128 ? Black : White;

        int Part(int index) => isShort
            ? 17 * int.Parse(hex.AsSpan(1 + index, 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : int.Parse(hex.AsSpan(1 + (2 * index), 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}

/// <summary>The colours of a cell; null is the theme's default.</summary>
public readonly record struct CellColors(string? Color, string? BackgroundColor);
