using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Shared.Grid.Model;

namespace LiveGridStudio.Shared.Grid.Session;

/// <summary>A session that applies its feed to a <see cref="GridModel"/>.</summary>
public sealed class GridSession : FeedSession
{
    private readonly GridPresenter _grid;

    /// <param name="model">The model to show; the session changes it, on one thread.</param>
    /// <param name="feed">The feed to read; the session disposes it.</param>
    /// <param name="options">The pace, and the time after which a feed is stale.</param>
    /// <param name="timeProvider">The clock of marks, pace and staleness.</param>
    /// <param name="dispatch">Runs an action on the model's thread and completes when it has run.</param>
    public GridSession(
        GridModel model, IWidgetFeed feed, FeedSessionOptions options, TimeProvider timeProvider, Func<Action, Task> dispatch)
        : this(new GridPresenter(model), feed, options, timeProvider, dispatch)
    {
    }

    private GridSession(
        GridPresenter grid, IWidgetFeed feed, FeedSessionOptions options, TimeProvider timeProvider, Func<Action, Task> dispatch)
        : base(grid, feed, options, timeProvider, dispatch) => _grid = grid;

    /// <value>The model that is shown; <see cref="Replace"/> exchanges it.</value>
    public GridModel Model => _grid.Model;

    /// <value>The outcomes of all messages, over all models of the session.</value>
    public MergeCounts Totals => _grid.Totals;

    /// <summary>Receives every frame while it is set, on the model's thread. Null, the default, saves that work.</summary>
    public FrameLog? Log
    {
        get => _grid.Log;
        set => _grid.Log = value;
    }

    /// <summary>
    /// Shows the feed in another model from now on, on the model's thread: other columns or another merge policy for the same rows and
    /// messages. See <see cref="FeedSession.PresentTo"/>.
    /// </summary>
    /// <param name="model">An empty model whose definition reads the same feed.</param>
    public void Replace(GridModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!IsOver)
        {
            _grid.Model = model;
            PresentTo(_grid);
        }
    }
}
