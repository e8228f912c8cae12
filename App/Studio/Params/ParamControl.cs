using LiveGridStudio.Shared.Contract.Params;
using Microsoft.AspNetCore.Components;

namespace LiveGridStudio.App.Studio.Params;

/// <summary>Base of the parameter controls. A control only reports a value; the parent keeps it.</summary>
public abstract class ParamControl : ComponentBase
{
    private readonly string _aboutId = $"about-{Guid.NewGuid():N}";

    [Parameter, EditorRequired]
    public required ParamDefinition Param { get; set; }

    /// <value>The value as sent: lists joined with commas, empty for none; a date may be a <c>$currentDate</c> form.</value>
    [Parameter]
    public string Value { get; set; } = "";

    /// <value>Raised only when the value changes.</value>
    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    private protected string Label => Param.Label ?? Param.ParamName ?? Param.Type;

    private protected string TestId => $"param-{Param.ParamName}";

    /// <value>Whether the value is a list joined with commas.</value>
    private protected bool IsList => Param.Multiple == true || Param.MultiSelect == true;

    /// <value>The help text below the field; null for none.</value>
    private protected virtual string? Help => null;

    /// <value>The id for <c>aria-describedby</c>; null when there is no description. Used together with <see cref="About"/>.</value>
    private protected string? AboutId => AboutText is null ? null : _aboutId;

    /// <summary>The description and the help for screen readers.</summary>
    private protected RenderFragment About => builder =>
    {
        if (AboutText is { } text)
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "id", _aboutId);
            builder.AddAttribute(2, "hidden", true);
            builder.AddContent(3, text);
            builder.CloseElement();
        }
    };

    private string? AboutText => DescriptionOf(Param) is not { } description ? Help : Help is { } help ? $"{description}. {help}" : description;

    /// <summary>The definition's description of a parameter; null for none.</summary>
    internal static string? DescriptionOf(ParamDefinition param) =>
        param.Description.Text is { } text && !string.IsNullOrWhiteSpace(text) && text != param.Label ? text : null;

    private protected Task SendAsync(string? value) =>
        (value ?? "") == Value ? Task.CompletedTask : ValueChanged.InvokeAsync(value ?? "");
}
