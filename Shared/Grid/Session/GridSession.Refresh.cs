using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Grid.Session;

/// <content>Loading the rows anew although nothing was missed: somebody asks for it, or an interval has passed.</content>
public sealed partial class GridSession
{
    /// <summary>True while <see cref="RefreshAsync"/> waits for rows and those before are still shown.</summary>
    public bool IsRefreshing { get; private set; }

    /// <summary>How often rows, or a problem in their place, were loaded.</summary>
    public int Loads { get; private set; }

    /// <summary>
    /// Loads the rows anew, on the model's thread. Of a live feed those shown stay until then, and changes wait so that none is
    /// lost; any other feed is opened once more.
    /// </summary>
    public async Task RefreshAsync(JsObject parameters)
    {
        if (State is not (FeedState.Live or FeedState.Stale))
        {
            await OpenAsync(parameters);
        }
        else if (!_disposed && TryRenew(_stop.Token) is { } renewing)
        {
            IsRefreshing = true;
            Show();
            await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            IsRefreshing = false;
            Show();
        }
    }
}
