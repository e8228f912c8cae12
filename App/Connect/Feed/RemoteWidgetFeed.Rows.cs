using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Connect.Feed;

/// <content>
/// The rows: when they are read anew, and what happens when there are none. Those that cannot be had for a while are asked for
/// again whenever the socket has been dialled; without one after delays of their own.
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
            // What has been there is waited for whatever the reason: a backend that starts may say anything.
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
    /// There are no rows: ends the subscription for good, or else has rows and socket tried again. Does nothing when other
    /// parameters have been asked for meanwhile.
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

            var (reason, origin) = (exception.Message, (exception as ConsentNeededException)?.Origin);
            if (isFinal)
            {
                await CloseLinkAsync();
                Change(known => known with { Failure = reason, Missing = null, RowsAskFor = origin });
                _retry.Reset();
                return;
            }

            if (DiallingOf(_known) is not null)
            {
                // Without rows the subscription is worth little.
                _link!.Lose(reason);
            }
            else
            {
                _retry.Wait();
            }

            Change(known => known with { Missing = reason, RowsAskFor = origin });
        }
        finally
        {
            _turns.Release();
        }
    }
}
