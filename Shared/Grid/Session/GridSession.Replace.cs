using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Model;

namespace LiveGridStudio.Shared.Grid.Session;

/// <content>Another way to show the same feed: other columns, another merge policy.</content>
public sealed partial class GridSession
{
    /// <summary>
    /// Shows the feed through another model from now on, on the model's thread: the same answer of the endpoint, and what came
    /// since. Where more came than is remembered the rows are loaded anew, so that none shows an old value.
    /// </summary>
    /// <param name="model">Empty; its definition reads the same feed.</param>
    public void Replace(GridModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (_disposed)
        {
            return;
        }

        Model = model;
        if (Loads > 0)
        {
            model.Load(Payload, _loadedAt);
            foreach (var (at, frames) in Recent.Batches())
            {
                model.Apply(frames, at);
            }
        }

        Take();
        if (!Recent.IsWhole && !_feed.HasFixedSnapshot && !IsLoading && State is FeedState.Live or FeedState.Stale && !_disposed)
        {
            _ = TryRenew(_stop.Token);
        }

        Volatile.Read(ref _nudge).TrySetResult();
        Show();
    }
}
