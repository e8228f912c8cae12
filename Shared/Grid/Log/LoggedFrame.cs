namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>One frame and its effects. Holds texts of bounded length only.</summary>
/// <param name="Number">Counts from 1 over the life of the log.</param>
/// <param name="ReceivedAt">Arrival time of the frame.</param>
/// <param name="Text">The text as received, up to <see cref="FrameLog.MaxTextLength"/> characters.</param>
public sealed record LoggedFrame(long Number, DateTimeOffset ReceivedAt, string Text)
{
    /// <value>Characters of the text that are not kept.</value>
    public int OmittedCharacters { get; init; }

    /// <value>In the order of the frame; one entry for a frame that was lost as a whole.</value>
    public IReadOnlyList<LoggedRow> Rows { get; init; } = [];

    /// <value>Number of rows beyond the limit, which are not kept.</value>
    public int OmittedRows { get; init; }

    /// <value>The effects of all rows, including those that are not kept.</value>
    public FrameEffects Effects { get; init; }

    internal FrameTotals Counts { get; init; }

    /// <value>Its approximate memory, in bytes.</value>
    internal int Bytes { get; init; }
}
