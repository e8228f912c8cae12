using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Connect.Feed;

/// <content>
/// The rows: when they are reloaded, and what happens when there are none. Rows that are temporarily unavailable are requested again after
/// each connection attempt of the socket; without a socket, after delays of their own.
/// </content>
public sealed partial class RemoteWidgetFeed
{
    private readonly RowsRetry _retry;

    public async Task<JsValue> ReopenAsync(CancellationToken cancellationToken)
    {
        var opening = Interlocked.Read(ref _openings);
        try
        {
            return await ReadRowsAsync(_parameters ?? JsObject.Empty, opening, cancellationToken);
        }
        catch (ConnectException exception)
        {
            // If there were rows before, retry whatever the reason: a backend that is starting may return any error.
            await MissAsync(opening, exception, exception.IsFinal && !_known.HadRows);
            throw new FeedException(exception.Message, exception);
        }
    }

    private async Task<JsValue> ReadRowsAsync(JsObject parameters, long opening, CancellationToken cancellationToken)
    {
        var mark = new SnapshotMark(_link?.Opened ?? 0, _inbox.Counters.Dropped, _source.TimeProvider.GetTimestamp());
        var rows = await _rows.ReadAsync(parameters, cancellationToken);
        if (opening == Interlocked.Read(ref _openings))
        {
            Change(known => known with { Snapshot = mark, Missing = null, RowsAskFor = null, HadRows = true });
            _retry.Reset();
        }

        Publish();
        return rows;
    }

    /// <summary>
    /// Handles missing rows: ends the subscription permanently, or schedules another try of rows and socket. Does nothing when other
    /// parameters have been requested in the meantime.
    /// </summary>
    private async Task MissAsync(long opening, ConnectException exception, bool isFinal)
    {
        await _turns.WaitAsync();
        try
        {
            if (opening != Interlocked.Read(ref _openings) || _disposed)
            {
                return;
            }

            var isRefusedHere = exception.Fault is ConnectFault.AddressRefused or ConnectFault.ConsentNeeded;
            var (reason, origin) = (exception.Message, (exception as ConsentNeededException)?.Origin);
            if (isFinal)
            {
                await CloseLinkAsync();
                Change(known => known with { Failure = reason, Missing = null, RowsAskFor = origin, IsRefusedHere = isRefusedHere });
                _retry.Reset();
                return;
            }

            if (DiallingOf(_known) is not null)
            {
                // Without rows the subscription is of little use.
                _link!.Lose(reason);
            }
            else
            {
                _retry.Wait();
            }

            Change(known => known with { Missing = reason, RowsAskFor = origin, IsRefusedHere = isRefusedHere });
        }
        finally
        {
            _turns.Release();
        }
    }
}
