using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;

namespace LiveGridStudio.App.Ui;

/// <summary>
/// MudBlazor's icons as plain markup. An icon has no state; as a component each would cost every open page 3 KB of render tree.
/// </summary>
internal static class Glyph
{
    private static readonly ConcurrentDictionary<(string Icon, string Class), MarkupString> Known = new();

    /// <param name="icon">One of MudBlazor's constants: the content of an <c>svg</c>. Never text from outside.</param>
    /// <param name="class">Additional classes, constants too.</param>
    public static MarkupString Small(string icon, string? @class = null) => Of(icon, "mud-icon-size-small", @class);

    /// <inheritdoc cref="Small"/>
    public static MarkupString Medium(string icon, string? @class = null) => Of(icon, "mud-icon-size-medium", @class);

    /// <inheritdoc cref="Small"/>
    public static MarkupString Large(string icon, string? @class = null) => Of(icon, "mud-icon-size-large", @class);

    private static MarkupString Of(string icon, string size, string? more) => Known.GetOrAdd(
        (icon, more is null ? size : $"{size} {more}"),
        static known => new MarkupString(
            $"""<svg class="mud-icon-root mud-svg-icon {known.Class}" focusable="false" viewBox="0 0 24 24" aria-hidden="true">{known.Icon}</svg>"""));
}
