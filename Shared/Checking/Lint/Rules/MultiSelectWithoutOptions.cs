namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG014: a multi-select parameter without options, so that the user can choose nothing.</summary>
internal sealed class MultiSelectWithoutOptions() : LintRule("LG014", FindingSeverity.Warning)
{
    public override bool Applies(LintSubject subject) => subject.Widget.Params.Count > 0;

    public override IEnumerable<Finding> Check(LintSubject subject) => subject.Params
        .Where(static param => param.Raw["multiSelect"].Boolean && param.Definition is { MultiSelect: true, Options.Count: 0 }
            && string.IsNullOrWhiteSpace(param.Definition.OptionsEndpoint))
        .Select(param => Find(
            subject,
            param.PathOf("multiSelect"),
            $"Parameter {param.Name} has multiSelect but no options: there is nothing to choose from.",
            "Add options, or use \"type\": \"endpoint\" with an optionsEndpoint.",
            param.Remove("multiSelect")));
}
