using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG009: the user can leave every parameter empty; Workspace then closes the socket permanently.</summary>
internal sealed class AllParamsCanBeEmpty() : LintRule("LG009", FindingSeverity.Info)
{
    public override bool Applies(LintSubject subject) => subject.Widget.IsLiveGrid;

    public override IEnumerable<Finding> Check(LintSubject subject)
    {
        if (subject.Widget.IsLiveGrid
            && subject.Widget.Params.Count > 0
            && subject.Widget.Params.All(CanBeEmpty))
        {
            yield return Find(
                subject,
                "params",
                "Every parameter can be emptied (blank, 0, false, nothing chosen): when a change leaves them all empty, "
                + "Workspace closes the socket and does not open it again.",
                "Add a parameter that always has a value, such as a hidden text with a fixed one (\"show\": false).");
        }
    }

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
