using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Studio.Params;

public sealed partial class SeveralChoicesParam : ChoiceControl
{
    private IReadOnlyList<string> _chosen = [];

    private string LabelId => $"{FieldId}-label";

    private string ListId => $"{FieldId}-list";

    private string Text => _chosen.Count > 0
        ? string.Join(", ", _chosen.Select(LabelOf))
        : string.IsNullOrWhiteSpace(Param.Placeholder) ? "None" : Param.Placeholder;

    /// <summary>All options once, plus chosen values that are no options: from an address, or from a list that has changed.</summary>
    private IEnumerable<(string Value, ParamOption? Choice)> Entries =>
    [
        .. Choices.Select(static choice => (ParamText.Of(choice.Value), (ParamOption?)choice)).DistinctBy(static entry => entry.Item1),
        .. _chosen.Where(value => !IsListed(value)).Select(static value => (value, (ParamOption?)null)),
    ];

    protected override void OnParametersSet() => _chosen = [.. ParamText.Split(Value).Distinct()];

    /// <summary>Keeps the values in the order of the list, whatever the order of the clicks.</summary>
    private Task ToggleAsync(string value, bool isOn) => SendAsync(string.Join(
        ',', Entries.Select(static entry => entry.Value).Where(listed => listed == value ? isOn : _chosen.Contains(listed))));
}
