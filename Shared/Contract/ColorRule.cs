using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract;

/// <summary>One entry of <c>colorRules</c>: <c>{"condition": "gt", "value": 0, "color": "green", "fill": true}</c>.</summary>
public sealed record ColorRule
{
    private static readonly string[] Conditions = ["eq", "ne", "gt", "lt", "gte", "lte", "contains", "notContains", "between"];

    public JsValue Raw { get; init; }

    public ColorCondition Condition { get; init; }

    /// <value><c>green</c>, <c>red</c>, <c>blue</c> or a hex colour of 3 or 6 digits as written.</value>
    public required string Color { get; init; }

    /// <value>Colours the background, with black or white text on it.</value>
    public bool Fill { get; init; }

    /// <value>A text or a number; undefined with <see cref="ColorCondition.Between"/>.</value>
    public JsValue Value { get; init; }

    /// <value>
    /// The text that <see cref="ColorCondition.Contains"/> and its opposite search for, in invariant upper case because the search ignores
    /// case; null when there is nothing to search for, and for other conditions.
    /// </value>
    internal string? Part { get; private init; }

    /// <value>The worst-case cost of the rule in one cell, in simple comparisons.</value>
    internal int Cost => Part is null ? 1 : 20;

    public double? Min { get; init; }

    public double? Max { get; init; }

    /// <summary>The rules of a list; entries without a known condition or a readable colour are left out.</summary>
    public static IReadOnlyList<ColorRule> ReadAll(JsValue list)
    {
        var rules = new List<ColorRule>(list.List.Count);
        foreach (var raw in list.List)
        {
            if (TryRead(raw) is { } rule)
            {
                rules.Add(rule);
            }
        }

        return rules;
    }

    private static ColorRule? TryRead(JsValue raw)
    {
        var condition = Array.IndexOf(Conditions, raw.TextAt("condition"));
        if (condition < 0 || raw.TextAt("color") is not { } color || !IsColor(color))
        {
            return null;
        }

        var range = raw.ObjectAt("range");
        var value = raw["value"] is { IsText: true } or { IsNumber: true } ? raw["value"] : default;
        var looksWithin = (ColorCondition)condition is ColorCondition.Contains or ColorCondition.NotContains;
        return new ColorRule
        {
            Raw = raw,
            Condition = (ColorCondition)condition,
            Color = color,
            Fill = raw.FlagAt("fill") ?? false,
            Value = value,
            Part = looksWithin && !value.IsUndefined ? value.ToString().ToUpperInvariant() : null,
            Min = range.NumberAt("min"),
            Max = range.NumberAt("max"),
        };
    }

    private static bool IsColor(string color) =>
        color is "green" or "red" or "blue"
        || (color.Length is 4 or 7 && color[0] == '#' && !color.AsSpan(1).ContainsAnyExcept(HexDigits));

    private static readonly System.Buffers.SearchValues<char> HexDigits =
        System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
}

/// <summary>The condition that a <see cref="ColorRule"/> tests.</summary>
public enum ColorCondition
{
    /// <summary>Same kind and same value.</summary>
    Equal,
    NotEqual,
    GreaterThan,
    LessThan,
    GreaterOrEqual,
    LessOrEqual,

    /// <summary>The value's text contains the rule's, in any case.</summary>
    Contains,
    NotContains,

    /// <summary>A number in the range, both ends included.</summary>
    Between,
}
