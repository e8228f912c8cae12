using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Shared.Workspace;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Studio;

/// <summary>Brings a widget, the feed of its source and a model together.</summary>
public sealed class PreviewFactory(IOptions<StudioOptions> options, StudioMetrics metrics, TimeProvider timeProvider)
{
    /// <summary>A preview of a widget. The caller disposes it.</summary>
    /// <param name="source">The source of the widget and of its rows.</param>
    /// <param name="widget">The widget.</param>
    /// <param name="start">The values of parameters and the merge policy to start with.</param>
    /// <param name="draft">Its draft; null on a page without an editor.</param>
    /// <param name="log">A log to go on with; null for a new one.</param>
    public Preview Create(IWidgetSource source, WidgetDefinition widget, StudioAddress start, ShownDraft? draft = null, FrameLog? log = null) =>
        new(source, widget, start, this, timeProvider) { Draft = draft, Log = log ?? new FrameLog(timeProvider) };

    /// <inheritdoc cref="CreateSession(IWidgetFeed, WidgetDefinition, MergePolicy, Func{Action, Task})"/>
    /// <param name="source">Gives the feed.</param>
    /// <param name="widget">A widget to which the source knows no obstacle.</param>
    /// <param name="policy">What a message changes.</param>
    /// <param name="dispatch">Runs an action on the page's thread.</param>
    public GridSession CreateSession(IWidgetSource source, WidgetDefinition widget, MergePolicy policy, Func<Action, Task> dispatch)
    {
        ArgumentNullException.ThrowIfNull(source);
        return CreateSession(source.CreateFeed(widget), widget, policy, dispatch);
    }

    /// <summary>A session that shows the widget's rows as they come. The caller opens it, and gives it back to <see cref="CloseAsync"/>.</summary>
    /// <param name="feed">The rows; the session disposes it.</param>
    /// <param name="widget">A widget to which the source knows no obstacle.</param>
    /// <param name="policy">What a message changes.</param>
    /// <param name="dispatch">Runs an action on the page's thread.</param>
    public GridSession CreateSession(IWidgetFeed feed, WidgetDefinition widget, MergePolicy policy, Func<Action, Task> dispatch)
    {
        var settings = options.Value;
        metrics.PreviewOpened();
        return new GridSession(
            CreateModel(widget, policy),
            feed,
            new FeedSessionOptions { RenderInterval = settings.RenderInterval, StaleAfter = settings.StaleAfter },
            timeProvider,
            dispatch);
    }

    /// <summary>A model for <see cref="GridSession.Replace"/>.</summary>
    public GridModel CreateModel(WidgetDefinition widget, MergePolicy policy) =>
        new(widget, new GridModelOptions
        {
            MergePolicy = policy,
            AppendLimit = options.Value.AppendLimit,
            MaxCells = options.Value.MaxCells,
        });

    /// <summary>Ends a session of <see cref="CreateSession"/>.</summary>
    public async ValueTask CloseAsync(GridSession session)
    {
        metrics.PreviewClosed();
        await session.DisposeAsync();
    }
}
