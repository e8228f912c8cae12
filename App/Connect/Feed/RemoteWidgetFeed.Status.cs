using System.Net;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.Shared.Feeds;

namespace LiveGridStudio.App.Connect.Feed;

/// <content>The status of the feed: composed whenever the rows, the socket or the retry change, and published as one value.</content>
public sealed partial class RemoteWidgetFeed
{
    private const string Emptied =
        "All parameters are empty: Workspace closes the socket then, and does not open it again. Here the next value does.";

    /// <summary>The least time between two reloads because of dropped frames.</summary>
    private static readonly TimeSpan CatchUpInterval = TimeSpan.FromSeconds(30);

    private readonly Lock _publishing = new();
    private volatile RowsStatus _known = new();
    private volatile FeedStatus _status = FeedStatus.Connecting;

    /// <value>
    /// A new snapshot is needed when the socket was opened after the rows were read, when rows that were unavailable may be available now,
    /// and, for rows with ids, when frames were dropped: a row that changes rarely would otherwise show an old value permanently.
    /// </value>
    public FeedStatus Status
    {
        get
        {
            // Read the mark before the counters: a mark newer than the counters would hide dropped frames.
            var (known, status, counters) = (_known, _status, _inbox.Counters);
            return status with
            {
                Counters = counters with { Reconnects = _link?.Reopened ?? 0 },
                NeedsSnapshot = status.NeedsSnapshot || (status.State == FeedState.Live && HasGap(known.Snapshot, counters)),
            };
        }
    }

    private bool HasGap(SnapshotMark? snapshot, FeedCounters counters) =>
        _widget.HasRowIds && !_disposed && snapshot is not null && counters.Dropped > snapshot.Dropped
        && _source.TimeProvider.GetElapsedTime(snapshot.TakenAt) >= CatchUpInterval;

    /// <summary>The socket, if it connects repeatedly until it is open; null when the rows have no socket.</summary>
    private LinkState? DiallingOf(RowsStatus known) =>
        _link is not null && !known.IsEmptied && _link.State is { State: not FeedState.Failed } state ? state : null;

    private void Change(Func<RowsStatus, RowsStatus> change)
    {
        lock (_publishing)
        {
            _known = change(_known);
        }

        Publish();
    }

    private void Publish()
    {
        lock (_publishing)
        {
            var next = Compose(_known, _link?.State, _retry.DueAt);
            _status = next with { Since = next.State == _status.State ? _status.Since : _source.TimeProvider.GetUtcNow() };
        }

        _inbox.Wake();
    }

    private static FeedState RowsStateOf(RowsStatus known) => known.Snapshot is null ? FeedState.Connecting : FeedState.Snapshot;

    private FeedStatus Compose(RowsStatus known, LinkState? link, DateTimeOffset? rowsDueAt)
    {
        var dialling = DiallingOf(known);
        var status = known switch
        {
            { Failure: { } failure } => new FeedStatus(FeedState.Failed, failure),
            { Missing: { } missing } when dialling is null =>
                new FeedStatus(FeedState.Reconnecting, missing, rowsDueAt) { NeedsSnapshot = rowsDueAt is null },
            { Missing: { } missing } =>
                new FeedStatus(FeedState.Reconnecting, dialling.Reason ?? missing, dialling.RetryAt) { NeedsSnapshot = dialling.State == FeedState.Live },
            { IsEmptied: true } => new FeedStatus(RowsStateOf(known), Emptied),
            _ when link is not null => new FeedStatus(link.State, link.Reason, link.RetryAt)
            {
                NeedsSnapshot = link.State == FeedState.Live && known.Snapshot is { } snapshot && _link!.Opened > snapshot.Opened,
            },
            _ => new FeedStatus(RowsStateOf(known)),
        };
        return status with
        {
            AsksFor = known.RowsAskFor ?? known.SocketAsksFor,
            Warning = Cors?.Problem,
            Troubles = TroublesOf(known, link),
            NeedsSnapshot = status.NeedsSnapshot && !_disposed,
        };
    }

    /// <summary>What the settings or the user do not allow is no trouble of the backend, and the socket that is given up for want of rows no second one.</summary>
    private FeedTroubles TroublesOf(RowsStatus known, LinkState? link)
    {
        var rows = known.IsRefusedHere ? null : known.Failure ?? known.Missing;
        var isDown = link is { State: FeedState.Failed or FeedState.Reconnecting, Reason: not null }
            && link.Cause?.Fault is not (ConnectFault.AddressRefused or ConnectFault.ConsentNeeded);
        return new FeedTroubles(rows, isDown && link!.Reason != known.Missing && !known.IsEmptied ? link.Reason : null)
        {
            HadRows = known.HadRows,
            WasOpen = _link?.Opened > 0,
            WantsHeaders = _source.Access.HeaderNames.Count > 0
                && link?.Cause is BadStatusException { Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden },
        };
    }

    /// <summary>The known state of the rows, and of the parameters.</summary>
    private sealed record RowsStatus
    {
        /// <value>Why the feed has failed permanently; null while it has not.</value>
        public string? Failure { get; init; }

        /// <value>Why the rows of these parameters are not available yet, although they may still arrive; null otherwise.</value>
        public string? Missing { get; init; }

        /// <value>Whether rows of these parameters have arrived at least once.</value>
        public bool HadRows { get; init; }

        /// <value>Whether all parameters have become empty, which closes the socket.</value>
        public bool IsEmptied { get; init; }

        /// <value>Whether the rows are missing because the settings or the user do not allow their address.</value>
        public bool IsRefusedHere { get; init; }

        public string? RowsAskFor { get; init; }

        public string? SocketAsksFor { get; init; }

        /// <value>Null before the first rows.</value>
        public SnapshotMark? Snapshot { get; init; }
    }

    /// <summary>The state when the rows were read: the number of socket openings, the dropped frames, the time.</summary>
    private sealed record SnapshotMark(long Opened, long Dropped, long TakenAt);
}
