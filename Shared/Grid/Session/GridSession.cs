using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Shared.Grid.Model;

namespace LiveGridStudio.Shared.Grid.Session;

/// <summary>A session that shows its feed in a grid: what it delivers goes into a <see cref="GridModel"/>.</summary>
public sealed class GridSession : FeedSession
{
    private readonly GridPresenter _grid;

    /// <param name="model">Shown; the session changes it, on one thread.</param>
    /// <param name="feed">Read; the session disposes it.</param>
    /// <param name="options">Pace and patience.</param>
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

    /// <value>What is shown; <see cref="Replace"/> puts another in its place.</value>
    public GridModel Model => _grid.Model;

    /// <value>What became of the rows of all messages, whatever model they went into.</value>
    public MergeCounts Totals => _grid.Totals;

    /// <summary>Told of every frame while it is set, on the model's thread; null, the default, costs nothing.</summary>
    public FrameLog? Log
    {
        get => _grid.Log;
        set => _grid.Log = value;
    }

    /// <summary>
    /// Shows the feed through another model from now on, on the model's thread: other columns, another merge policy, the same rows and
    /// messages. See <see cref="FeedSession.PresentTo"/>.
    /// </summary>
    /// <param name="model">Empty; its definition reads the same feed.</param>
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
