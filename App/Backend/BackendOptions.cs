namespace LiveGridStudio.App.Backend;

/// <summary>Settings of the backend, section <c>Backend</c>.</summary>
public sealed class BackendOptions
{
    public const string SectionName = "Backend";

    /// <value>
    /// Origins of pages that may read this backend, such as <c>https://pro.openbb.co</c>, for HTTP and WebSocket alike; <c>*</c> allows
    /// every page. A list in the settings replaces the default one. The host's own pages are always allowed.
    /// </value>
    public List<string> AllowedOrigins { get; init; } = [];

    /// <value>How long rows are gathered before they are sent in one frame. Zero sends each tick at once. 0 to 10 s, default 50 ms.</value>
    public TimeSpan FlushInterval { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <value>The largest message a client may send. 256 to 16 777 216 bytes, default 65 536.</value>
    public int MaxMessageBytes { get; set; } = 65_536;

    /// <value>How long a closing socket waits for the other side. 100 ms to 1 minute, default 5 s.</value>
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <value>The time after which a client that receives nothing is closed with 1013. 100 ms to 1 hour, default 10 s.</value>
    public TimeSpan StalledAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The allowed origins when <see cref="AllowedOrigins"/> is not given.</summary>
    internal static IReadOnlyList<string> DefaultOrigins { get; } =
        ["https://pro.openbb.co", "https://pro.openbb.dev", "http://localhost:1420"];
}
