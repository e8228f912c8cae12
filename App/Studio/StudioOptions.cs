namespace LiveGridStudio.App.Studio;

/// <summary>Settings of the pages, section <c>Studio</c>.</summary>
public sealed class StudioOptions
{
    public const string SectionName = "Studio";

    /// <value>
    /// The longest time for which changes are gathered before a page paints them together; a browser that keeps up is sent them
    /// every 16 ms. 16 ms to 5 s, default 60 ms.
    /// </value>
    public TimeSpan RenderInterval { get; set; } = TimeSpan.FromMilliseconds(60);

    /// <value>Without a message for this long a grid counts as stale. 100 ms to 1 day, default 10 s.</value>
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <value>Rows that a page keeps of a feed without row ids. 1 to 1 000 000, default 10 000.</value>
    public int AppendLimit { get; set; } = 10_000;

    /// <value>
    /// Pages that the host keeps at a time, one for each open tab; a further one is told that all are taken. 1 to 100 000, default 200.
    /// </value>
    public int MaxCircuits { get; set; } = 200;

    /// <value>Cells, rows by columns, that a grid of a page holds. Of more rows the first are shown. 10 000 to 100 000 000, default 1 000 000.</value>
    public int MaxCells { get; set; } = 1_000_000;

    /// <value>Who may show <c>/preview</c> in a frame, as in the header <c>frame-ancestors</c>. Default <c>'self'</c>.</value>
    public string FrameAncestors { get; set; } = "'self'";

    /// <value>
    /// Whether pages may write the host's own <c>widgets.json</c>. Default: only while the host listens on loopback alone.
    /// </value>
    public bool? SaveEnabled { get; set; }
}
