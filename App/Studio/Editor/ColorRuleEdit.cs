using System.Globalization;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>The changes of a form to one colour rule; null leaves a key unchanged.</summary>
public sealed record ColorRuleEdit
{
    /// <summary>The conditions as Workspace spells them.</summary>
    public static IReadOnlyList<string> Conditions { get; } =
        ["eq", "ne", "gt", "gte", "lt", "lte", "between", "contains", "notContains"];

    public const string Between = "between";

    public string? Condition { get; init; }

    /// <summary>The text as typed. A numeric text becomes a number, unless the condition compares texts.</summary>
    public string? Value { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    public string? Color { get; init; }

    public bool? Fill { get; init; }

    public JsObject ApplyTo(JsValue rule)
    {
        var result = rule.Object;
        if (Condition is not null && Condition != result["condition"].Text)
        {
            result = WithCondition(result, Condition);
        }

        if (Value is not null)
        {
            result = result.With("value", ValueOf(Value, result["condition"].Text));
        }

        if (Min is not null || Max is not null)
        {
            var range = result["range"].Object;
            range = Min is { } min ? range.With("min", min) : range;
            result = result.With("range", Max is { } max ? range.With("max", max) : range);
        }

        result = Color is null ? result : result.With("color", Color);
        return Fill switch
        {
            true => result.With("fill", true),
            false => result.Without("fill"),
            null => result,
        };
    }

    private static JsObject WithCondition(JsObject rule, string condition)
    {
        rule = rule.With("condition", condition);
        if (condition == Between)
        {
            var start = rule["value"].Number;
            return rule["range"].IsObject
                ? rule.Without("value")
                : rule.Without("value").With("range", JsObject.Create(("min", start), ("max", start + 1)));
        }

        rule = rule["value"].IsUndefined ? rule.With("value", rule["range"]["min"].Number) : rule;
        return rule.With("value", ValueOf(rule["value"].ToString(), condition)).Without("range");
    }

    private static JsValue ValueOf(string text, string? condition) =>
        condition is not ("contains" or "notContains")
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : text;
}
