using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

/// <summary>A finite number; 1e400 is refused.</summary>
internal sealed class NumberSchema(double? min = null, double? max = null) : Schema
{
    public double? Min => min;

    public double? Max => max;

    protected override string Words => (min, max) switch
    {
        ({ } low, { } high) => $"a number from {JsNumber.ToText(low)} to {JsNumber.ToText(high)}",
        ({ } low, null) => $"a number of at least {JsNumber.ToText(low)}",
        (null, { } high) => $"a number of at most {JsNumber.ToText(high)}",
        _ => "a number",
    };

    protected override void Check(JsValue value, SchemaCheck check)
    {
        if (!value.TryGetNumber(out var number) || !double.IsFinite(number))
        {
            check.Expect(Expected, value, IssueCodes.Type);
        }
        else if (number < min)
        {
            check.Expect(Expected, value, IssueCodes.TooSmall, continues: true);
        }
        else if (number > max)
        {
            check.Expect(Expected, value, IssueCodes.TooBig, continues: true);
        }
    }
}
