namespace LiveGridStudio.App.Studio;

/// <summary>Settings of the pages, section <c>Studio</c>.</summary>
public sealed class StudioOptions
{
    public const string SectionName = "Studio";

    /// <value>
    /// The longest time for which a page gathers changes before it draws them together; a fast browser gets them every 16 ms. 16 ms to 5 s,
    /// default 60 ms.
    /// </value>
    public TimeSpan RenderInterval { get; set; } = TimeSpan.FromMilliseconds(60);

    /// <value>The time without a message after which a grid counts as stale. 100 ms to 1 day, default 10 s.</value>
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <value>The most rows of a feed without row ids that a page keeps. 1 to 1 000 000, default 10 000.</value>
    public int AppendLimit { get; set; } = 10_000;

    /// <value>
    /// The most pages that the host keeps at a time, one for each open tab; a further one is told that all seats are in use. 1 to 100 000,
    /// default 200.
    /// </value>
    public int MaxCircuits { get; set; } = 200;

    /// <value>
    /// The most cells, rows times columns, of a grid on a page. Further rows are not shown. 10 000 to 100 000 000, default 1 000 000.
    /// </value>
    public int MaxCells { get; set; } = 1_000_000;

    /// <value>
    /// Whether the host's own widgets open with all choices of a parameter that takes several, in the place of its default. The definition
    /// stays as it is. Default true.
    /// </value>
    public bool OpensWithAll { get; set; } = true;

    /// <value>Who may frame <c>/preview</c>, in the syntax of <c>frame-ancestors</c>. Default <c>'self'</c>.</value>
    public string FrameAncestors { get; set; } = "'self'";

    /// <value>
    /// Whether pages may write the host's own <c>widgets.json</c>. Default: only while the host listens on loopback alone.
    /// </value>
    public bool? SaveEnabled { get; set; }
}
