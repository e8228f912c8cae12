using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Shared.Grid.Model;

namespace LiveGridStudio.App.Studio.Problems;

/// <summary>What of a feed has been looked at for findings, so that nobody takes "nothing found" for more than it is.</summary>
/// <param name="Rows">What there is to say of the rows; null when they were looked at.</param>
/// <param name="Messages">What there is to say of the messages; null when they were looked at, or when none are to come.</param>
/// <param name="IsBad">Whether that is a fault, and not only a matter of time.</param>
public sealed record FeedCoverage(string? Rows, string? Messages, bool IsBad)
{
    /// <summary>Of a widget whose feed nobody opens.</summary>
    public static FeedCoverage Nothing { get; } = new("rows and messages are not looked at, because the widget is not previewed", null, false);

    public bool IsComplete => Rows is null && Messages is null;

    /// <summary>A sentence; null when there is nothing to add.</summary>
    public string? Text => IsComplete ? null : Capitalize(string.Join("; ", new[] { Rows, Messages }.Where(static part => part is not null)) + ".");

    /// <param name="state">What the feed is at.</param>
    /// <param name="isLoading">Whether the rows are on their way.</param>
    /// <param name="rows">How many rows the grid has.</param>
    /// <param name="hasSocket">Whether messages are to come.</param>
    /// <param name="totals">What the messages have done.</param>
    /// <param name="omittedRows">How many rows the grid has no room for.</param>
    public static FeedCoverage Of(FeedState state, bool isLoading, int rows, bool hasSocket, FrameTotals totals, int omittedRows = 0)
    {
        var (ofRows, rowsAreBad) = (state, isLoading, rows) switch
        {
            (FeedState.Failed or FeedState.Reconnecting, _, 0) => ("the rows could not be read", true),
            (_, true, 0) => ("the rows are still on their way", false),
            (_, _, 0) => ("the endpoint gave no rows to look at", false),
            _ when omittedRows > 0 => ($"only the first {CellCount.Grouped(rows)} of {CellCount.Grouped((long)rows + omittedRows)} rows were looked at", false),
            _ => ((string?)null, false),
        };
        var (ofMessages, messagesAreBad) = totals switch
        {
            _ when !hasSocket => (null, false),
            { LostFrames: > 0 } => ("some messages could not be read", true),
            { NotRows: > 0 } => ("some messages are no rows", true),
            { UnknownRows: > 0 } when omittedRows > 0 => ("some rows of the messages are none of those shown", false),
            { UnknownRows: > 0 } when totals.UnknownRows == totals.Rows => ("no row of the messages is one of the grid", true),
            { UnknownRows: > 0 } => ("some rows of the messages are none of the grid", true),
            { Frames: 0 } when state == FeedState.Failed => ("no message came, because the socket is not open", true),
            { Frames: 0 } => ("no message has come yet", false),
            _ => ((string?)null, false),
        };
        return new FeedCoverage(ofRows, ofMessages, rowsAreBad || messagesAreBad);
    }

    private static string Capitalize(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
