using System.Diagnostics.CodeAnalysis;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Feeds;

/// <content>
/// Loading the rows anew with the parameters as they are: the feed has missed something, somebody asks for it, or a presenter needs more
/// than is remembered. All go through <see cref="TryRenew"/>.
/// </content>
public partial class FeedSession
{
    private readonly RenewalGate _renewals = new();
    private Task _renewing = Task.CompletedTask;

    /// <summary>True while <see cref="RefreshAsync"/> waits for rows and those before are still shown.</summary>
    public bool IsRefreshing { get; private set; }

    /// <summary>How often rows, or a problem in their place, were loaded.</summary>
    public int Loads { get; private set; }

    /// <summary>
    /// Loads the rows anew, on the presenter's thread. Of a live feed those shown stay until then, and changes wait so that none is
    /// lost; any other feed is opened once more.
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

            // Whoever asked meanwhile, and was turned away, may ask again.
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
