using System.Globalization;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Studio.Params;

/// <summary>Texts of options, and the width of their list.</summary>
internal static class ParamChoices
{
    public static string LabelOf(ParamOption choice) => choice.Label ?? ParamText.Of(choice.Value);

    /// <summary>The label of a value; a value that is not an option is its own label.</summary>
    public static string? LabelOf(IReadOnlyList<ParamOption> choices, string? value) =>
        choices.FirstOrDefault(choice => ParamText.Of(choice.Value) == value) is { } choice ? LabelOf(choice) : value;

    /// <summary>The options whose label or value contains a text, in any case.</summary>
    public static IEnumerable<string> Search(IReadOnlyList<ParamOption> choices, string? text) => choices
        .Where(choice => string.IsNullOrWhiteSpace(text)
            || LabelOf(choice).Contains(text, StringComparison.OrdinalIgnoreCase)
            || ParamText.Of(choice.Value).Contains(text, StringComparison.OrdinalIgnoreCase))
        .Select(static choice => ParamText.Of(choice.Value));

    /// <summary>The style of an entry of the list, for <c>style.popupWidth</c>; null to follow the field.</summary>
    public static string? PopupStyle(ParamDefinition param) => ListWidth(param) is { } width ? $"width:{width};max-width:90vw" : null;

    /// <summary>The width of the list from <c>style.popupWidth</c>, as a CSS length; null to follow the field.</summary>
    public static string? ListWidth(ParamDefinition param) => param.PopupWidth is { } width
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(width, 100, 1000):0}px")
        : null;
}
