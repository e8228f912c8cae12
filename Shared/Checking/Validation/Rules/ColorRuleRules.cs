using System.Text.RegularExpressions;
using LiveGridStudio.Shared.Checking.Validation.Schemas;
using static LiveGridStudio.Shared.Checking.Validation.Schemas.Schema;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

internal static partial class ColorRuleRules
{
    private static readonly Schema Color = Either(
        OneOf("green", "red", "blue"),
        Text.Only(@"/^#[\s\S]{0,}$/", "a colour such as \"#22c55e\"", static text => text.StartsWith('#'))
            .Must(
                static value => HexColor().IsMatch(value.Text!),
                "expected a colour of 3 or 6 hex digits, such as \"#22c55e\", after the #"));

    private static readonly ObjectSchema Comparing = ObjectWith(
        Required("condition", OneOf(Names.Conditions)),
        Required("color", Color),
        Optional("fill", Bool),
        Required("value", Either(Text, Number)));

    private static readonly ObjectSchema Between = ObjectWith(
        Required("condition", Exactly("between")),
        Required("color", Color),
        Optional("fill", Bool),
        Required("range", ObjectWith(
            Required("min", Number),
            Required("max", Number))));

    public static Schema ColorRule { get; } = ByName("condition", Comparing, Between);

    [GeneratedRegex(@"^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HexColor();
}
