namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>One frame as it came, and what it did. Keeps texts only, and those within bounds.</summary>
/// <param name="Number">Counts up from 1 for as long as the log lives.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Text">The text as it came, up to <see cref="FrameLog.MaxTextLength"/> characters.</param>
public sealed record LoggedFrame(long Number, DateTimeOffset ReceivedAt, string Text)
{
    /// <value>Characters of the text that are not kept.</value>
    public int OmittedCharacters { get; init; }

    /// <value>In the order of the frame; one for a frame that was lost whole.</value>
    public IReadOnlyList<LoggedRow> Rows { get; init; } = [];

    /// <value>Rows that are not kept, because the frame has very many.</value>
    public int OmittedRows { get; init; }

    /// <value>Of all rows, also of those that are not kept.</value>
    public FrameEffects Effects { get; init; }

    internal FrameTotals Counts { get; init; }

    /// <value>About what it takes in memory.</value>
    internal int Bytes { get; init; }
}
