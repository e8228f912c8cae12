using LiveGridStudio.Shared.Widgets;
using Microsoft.AspNetCore.Components;

namespace LiveGridStudio.App.Studio.Params;

/// <summary>What the control of a parameter has, whatever its type. It only ever tells of a value; the parent keeps it.</summary>
public abstract class ParamControl : ComponentBase
{
    [Parameter, EditorRequired]
    public required ParamDefinition Param { get; set; }

    /// <value>As it goes over the wire: lists joined with commas, empty for none; a date may be a <c>$currentDate</c> form.</value>
    [Parameter]
    public string Value { get; set; } = "";

    /// <value>Raised with another value only.</value>
    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    private protected string Label => Param.Label ?? Param.ParamName ?? Param.Type;

    private protected string TestId => $"param-{Param.ParamName}";

    /// <value>Whether the value is a list joined with commas.</value>
    private protected bool IsList => Param.Multiple == true || Param.MultiSelect == true;

    private protected Task SendAsync(string? value) =>
        (value ?? "") == Value ? Task.CompletedTask : ValueChanged.InvokeAsync(value ?? "");
}
