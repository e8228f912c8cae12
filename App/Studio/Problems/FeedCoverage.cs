using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Shared.Grid.Model;

namespace LiveGridStudio.App.Studio.Problems;

/// <summary>Says which part of a feed has been linted, so that "nothing found" is not overrated.</summary>
/// <param name="Rows">Why the rows have not been checked, or not all; null when they have.</param>
/// <param name="Messages">Why the messages have not been checked; null when they have, or when none are expected.</param>
/// <param name="IsBad">Whether the reason is an error, and not only a matter of time.</param>
public sealed record FeedCoverage(string? Rows, string? Messages, bool IsBad)
{
    /// <summary>For a widget without an open feed.</summary>
    public static FeedCoverage Nothing { get; } = new("rows and messages are not checked, because the widget is not previewed", null, false);

    /// <value>What else has not been looked at, or is shown otherwise than in Workspace; null for nothing.</value>
    public string? Also { get; init; }

    public bool IsComplete => Rows is null && Messages is null && Also is null;

    /// <summary>A sentence; null when there is nothing to add.</summary>
    public string? Text => IsComplete ? null : Capitalize(string.Join("; ", new[] { Rows, Messages, Also }.Where(static part => part is not null)) + ".");

    /// <param name="state">The state of the feed.</param>
    /// <param name="isLoading">Whether the rows are being loaded.</param>
    /// <param name="rows">Number of rows in the grid.</param>
    /// <param name="hasSocket">Whether messages are expected.</param>
    /// <param name="totals">The effects of the messages.</param>
    /// <param name="omittedRows">Number of rows that the grid cannot hold.</param>
    public static FeedCoverage Of(FeedState state, bool isLoading, int rows, bool hasSocket, FrameTotals totals, int omittedRows = 0)
    {
        var (ofRows, rowsAreBad) = (state, isLoading, rows) switch
        {
            (FeedState.Failed or FeedState.Reconnecting, _, 0) => ("the rows could not be read", true),
            (_, true, 0) => ("the rows are still on their way", false),
            (_, _, 0) => ("the endpoint gave no rows to look at", false),
            _ when omittedRows > 0 => ($"only the first {CellCount.Grouped(rows)} of {CellCount.Grouped((long)rows + omittedRows)} rows were checked", false),
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
