using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid;
using LiveGridStudio.Shared.Ticks;
using LiveGridStudio.Shared.Widgets;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Studio;

/// <summary>Brings a widget of this host, its feed and a model together.</summary>
public sealed class PreviewFactory(QuoteBook book, IOptions<StudioOptions> options, TimeProvider timeProvider)
{
    /// <summary>A session that shows the widget's rows as they come. The caller opens and disposes it.</summary>
    /// <param name="widget">A widget for which <see cref="Obstacle"/> is null.</param>
    /// <param name="policy">What a message changes.</param>
    /// <param name="dispatch">Runs an action on the page's thread.</param>
    public GridSession CreateSession(WidgetDefinition widget, MergePolicy policy, Func<Action, Task> dispatch)
    {
        var settings = options.Value;
        return new GridSession(
            new GridModel(widget, new GridModelOptions { MergePolicy = policy, AppendLimit = settings.AppendLimit }),
            new LocalWidgetFeed(book),
            new GridSessionOptions { RenderInterval = settings.RenderInterval, StaleAfter = settings.StaleAfter },
            timeProvider,
            dispatch);
    }

    /// <summary>Why this host cannot show the widget, in plain words; null when it can.</summary>
    public static string? Obstacle(WidgetDefinition widget) =>
        widget.Type is not (WidgetDefinition.LiveGridType or "table")
            ? $"Widgets of type {Short(widget.Type)} are not previewed here; live_grid and table are."
        : !IsRoute(widget.Endpoint, LocalWidgetFeed.Endpoint)
            ? $"This host does not serve the endpoint {Short(widget.Endpoint ?? "(none)")}; it serves {LocalWidgetFeed.Endpoint}."
        : null;

    private static bool IsRoute(string? endpoint, string route) =>
        string.Equals(endpoint?.Split('?')[0].Trim('/'), route.Trim('/'), StringComparison.OrdinalIgnoreCase);

    private static string Short(string text) => text.Length > 80 ? text[..80] + "..." : text;
}
