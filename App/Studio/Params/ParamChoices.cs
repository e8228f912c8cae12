using System.Globalization;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Studio.Params;

/// <summary>How choices read, and how wide their list is.</summary>
internal static class ParamChoices
{
    public static string LabelOf(ParamOption choice) => choice.Label ?? ParamText.Of(choice.Value);

    /// <summary>A value that is no choice reads as itself.</summary>
    public static string? LabelOf(IReadOnlyList<ParamOption> choices, string? value) =>
        choices.FirstOrDefault(choice => ParamText.Of(choice.Value) == value) is { } choice ? LabelOf(choice) : value;

    /// <summary>Choices of which the label or the value has a text in it, in any case.</summary>
    public static IEnumerable<string> Search(IReadOnlyList<ParamOption> choices, string? text) => choices
        .Where(choice => string.IsNullOrWhiteSpace(text)
            || LabelOf(choice).Contains(text, StringComparison.OrdinalIgnoreCase)
            || ParamText.Of(choice.Value).Contains(text, StringComparison.OrdinalIgnoreCase))
        .Select(static choice => ParamText.Of(choice.Value));

    /// <summary>The style of an entry of the list, for <c>style.popupWidth</c>; null to follow the field.</summary>
    public static string? PopupStyle(ParamDefinition param) => ListWidth(param) is { } width ? $"width:{width};max-width:90vw" : null;

    /// <summary>How wide <c>style.popupWidth</c> has the list, as a length of CSS; null to follow the field.</summary>
    public static string? ListWidth(ParamDefinition param) => param.PopupWidth is { } width
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(width, 100, 1000):0}px")
        : null;
}
