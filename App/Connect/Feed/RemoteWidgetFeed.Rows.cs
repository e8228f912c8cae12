using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Connect.Feed;

/// <content>
/// The rows: when they are read anew, and what happens when there are none. Those that cannot be had for a while are asked for
/// again whenever the socket has been dialled; without one after delays of their own.
/// </content>
public sealed partial class RemoteWidgetFeed
{
    /// <summary>Rows are not read anew more often than this because frames were dropped.</summary>
    private static readonly TimeSpan CatchUpInterval = TimeSpan.FromSeconds(30);

    private readonly RowsRetry _retry;

    /// <summary>Why the rows of these parameters are not there yet, although they may still come; null otherwise.</summary>
    private volatile string? _missing;

    /// <summary>Whether there ever were rows of these parameters.</summary>
    private volatile bool _hadRows;

    private volatile SnapshotMark? _snapshot;

    /// <value>
    /// True when the socket was opened after the rows were read, when rows that could not be had may be there now, and, for rows
    /// with ids, when frames were dropped: a row that seldom changes would else show an old value for good.
    /// </value>
    public bool NeedsSnapshot => _failure is null && !_disposed && (_missing is not null
        ? Dialling is { } dialling ? dialling.State == FeedState.Live : _retry.DueAt is null
        : State == FeedState.Live && _snapshot is { } snapshot
            && (_link!.Opened > snapshot.Opened
                || (_widget.HasRowIds
                    && _inbox.Counters.Dropped > snapshot.Dropped
                    && _source.TimeProvider.GetElapsedTime(snapshot.TakenAt) >= CatchUpInterval)));

    /// <summary>The socket, if it is one that is dialled until it is open; null when the rows are on their own.</summary>
    private LinkState? Dialling => _link is not null && !_isEmptied && _link.State is { State: not FeedState.Failed } state ? state : null;

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
            await MissAsync(opening, exception, exception.IsFinal && !_hadRows);
            throw new FeedException(exception.Message, exception);
        }
    }

    private async Task<JsValue> ReadRowsAsync(JsObject parameters, long opening, CancellationToken cancellationToken)
    {
        var mark = new SnapshotMark(_link?.Opened ?? 0, _inbox.Counters.Dropped, _source.TimeProvider.GetTimestamp());
        var rows = await _rows.ReadAsync(parameters, cancellationToken);
        if (opening == Interlocked.Read(ref _openings))
        {
            _snapshot = mark;
            (_missing, _rowsAskFor) = (null, null);
            _hadRows = true;
            _retry.Reset();
        }

        _inbox.Wake();
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

            _rowsAskFor = (exception as ConsentNeededException)?.Origin;
            if (isFinal)
            {
                await CloseLinkAsync();
                (_failure, _missing) = (exception.Message, null);
                _retry.Reset();
            }
            else if (Dialling is not null)
            {
                // Without rows the subscription is worth little.
                _link!.Lose(exception.Message);
                _missing = exception.Message;
            }
            else
            {
                _retry.Wait();
                _missing = exception.Message;
            }

            _inbox.Wake();
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>What there was when rows were read: the socket's openings, the dropped frames, the time.</summary>
    private sealed record SnapshotMark(long Opened, long Dropped, long TakenAt);
}
