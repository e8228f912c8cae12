using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Workspace;
using Microsoft.AspNetCore.Components;

namespace LiveGridStudio.App.Studio.Params;

/// <summary>Base of the controls that offer options.</summary>
public abstract class ChoiceControl : ParamControl
{
    private readonly Guid _id = Guid.NewGuid();

    /// <value>The options.</value>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ParamOption> Choices { get; set; }

    private protected string FieldId => $"choice-{_id:N}";

    private protected bool IsListed(string value) => Choices.Any(choice => ParamText.Of(choice.Value) == value);

    private protected string? LabelOf(string? value) => ParamChoices.LabelOf(Choices, value);
}
