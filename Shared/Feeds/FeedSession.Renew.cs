using System.Diagnostics.CodeAnalysis;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Feeds;

/// <content>
/// Reloads the rows with the current parameters: because the feed has missed something, the user asks for it, or a presenter needs more
/// frames than are kept. All callers go through <see cref="TryRenew"/>.
/// </content>
public partial class FeedSession
{
    private readonly RenewalGate _renewals = new();
    private Task _renewing = Task.CompletedTask;

    /// <summary>True while <see cref="RefreshAsync"/> waits for rows and the previous rows are still shown.</summary>
    public bool IsRefreshing { get; private set; }

    /// <summary>Number of completed loads, whether they gave rows or a problem.</summary>
    public int Loads { get; private set; }

    /// <summary>
    /// Reloads the rows, on the presenter's thread. For a live feed the shown rows stay until then, and changes wait so that none is lost;
    /// any other feed is opened again.
    /// </summary>
    public async Task RefreshAsync(JsObject parameters)
    {
        if (State is not (FeedState.Live or FeedState.Stale))
        {
            await OpenAsync(parameters);
        }
        else if (TryRenew() is { } renewing)
        {
            IsRefreshing = true;
            Show();
            await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            IsRefreshing = false;
            Show();
        }
    }

    private void RenewIfNeeded()
    {
        if (_feed.Status.NeedsSnapshot)
        {
            _ = TryRenew();
        }
    }

    /// <summary>Loads the rows anew unless they are on their way already; those shown stay until then.</summary>
    /// <returns>The loading; null when another brings the rows, or the session is over.</returns>
    [SuppressMessage("Design", "MA0022", Justification = "Null says that nothing was begun; whoever awaits it asks first.")]
    private Task? TryRenew()
    {
        var turn = Volatile.Read(ref _opening);
        return IsOver || IsLoading || !_renewals.TryEnter(turn) ? null : _renewing = RenewAsync(turn);
    }

    private async Task RenewAsync(int turn)
    {
        var isInside = true;
        try
        {
            var payload = await ReopenAsync();
            await _dispatch(() =>
            {
                isInside = false;
                _renewals.Leave();
                Present(turn, payload);
            });
        }
        catch (Exception exception) when (!_stopping.IsCancellationRequested)
        {
            Faulted?.Invoke(exception);
        }
        finally
        {
            if (isInside)
            {
                _renewals.Leave();
            }

            // A caller that was refused meanwhile may ask again.
            _alarm.Wake();
        }
    }

    /// <returns>Null when there are no rows now.</returns>
    private async Task<JsValue?> ReopenAsync()
    {
        try
        {
            return await _feed.ReopenAsync(_stopping);
        }
        catch (FeedException)
        {
            return null;
        }
    }
}
