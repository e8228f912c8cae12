using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>
/// LG009: the user can leave every parameter empty; Workspace then closes the socket permanently. Only where that is likely: one starts
/// empty, or nothing but free text holds the last value.
/// </summary>
internal sealed class AllParamsCanBeEmpty() : LintRule("LG009", FindingSeverity.Info)
{
    public override bool Applies(LintSubject subject) => subject.Widget.IsLiveGrid;

    public override IEnumerable<Finding> Check(LintSubject subject)
    {
        if (subject.Widget.IsLiveGrid
            && subject.Widget.Params.Count > 0
            && subject.Widget.Params.All(CanBeEmpty)
            && (subject.Widget.Params.Any(static param => IsEmpty(param.Value)) || subject.Widget.Params.All(IsFreeText)))
        {
            yield return Find(
                subject,
                "params",
                "Every parameter can be emptied (blank, 0, false, nothing chosen): when a change leaves them all empty, "
                + "Workspace closes the socket and does not open it again.",
                "Add a parameter that always has a value, such as a hidden text with a fixed one (\"show\": false).");
        }
    }

    /// <summary>A text that the user types, and may delete. A choice is seldom taken back, and a number seldom set to 0.</summary>
    private static bool IsFreeText(ParamDefinition param) => param is { Type: "text", IsShown: true, Options.Count: 0 };

    private static bool CanBeEmpty(ParamDefinition param)
    {
        if (!param.Show || param.Hidden == true)
        {
            return IsEmpty(param.Value);
        }

        var canBeChosenEmpty = param.MultiSelect == true || param.Options.Any(static option => IsEmpty(option.Value));
        return param.Type switch
        {
            "text" => param.Options.Count == 0 || canBeChosenEmpty,
            "tabs" or "endpoint" => canBeChosenEmpty,
            "number" or "boolean" or "date" => true,
            _ => false,
        };
    }

    private static bool IsEmpty(JsValue value) => value.Kind switch
    {
        JsKind.Text => string.IsNullOrWhiteSpace(value.Text),
        JsKind.List => value.List.Count == 0,
        _ => !value.IsTruthy,
    };
}
