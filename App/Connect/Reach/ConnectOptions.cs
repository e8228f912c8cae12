namespace LiveGridStudio.App.Connect.Reach;

/// <summary>Settings for reading other backends, section <c>Connect</c>.</summary>
public sealed class ConnectOptions
{
    public const string SectionName = "Connect";

    public const int DefaultMaxFrameBytes = 1024 * 1024;
    internal const int LeastMaxFrameBytes = 1024;
    internal const int MostMaxFrameBytes = 64 * 1024 * 1024;
    internal static readonly TimeSpan LeastTimeout = TimeSpan.FromSeconds(1);
    internal static readonly TimeSpan MostTimeout = TimeSpan.FromMinutes(10);

    /// <value>
    /// False refuses every other backend, true allows those of <see cref="AllowedHosts"/>. Null, the default, allows them only while the
    /// host listens on loopback addresses alone; for the command line, which does not listen, null always allows them.
    /// </value>
    public bool? Enabled { get; set; }

    /// <value>
    /// What may be connected to. Each entry is one of
    /// <list type="bullet">
    /// <item>a host name, <c>api.example.com</c>, or all names below one, <c>*.example.com</c>;</item>
    /// <item>an address, <c>192.168.0.7</c> or <c>fd00::7</c>;</item>
    /// <item>a range of addresses, <c>192.168.0.0/16</c> or <c>fd00::/8</c>.</item>
    /// </list>
    /// Without any entry only this machine's loopback addresses are allowed; a list given by the user replaces that, and its
    /// entry <c>localhost</c> stands for them. A name does not open loopback, link-local, multicast or unspecified addresses,
    /// whatever it resolves to: these need an entry of their own, and <c>0.0.0.0</c> and <c>::</c> are never connected to.
    /// </value>
    public List<string> AllowedHosts { get; init; } = [];

    /// <value>
    /// Whether a page asks the user before it reads a backend that the browser has not connected to, or another origin that the backend
    /// names. Default true; false is for scripts and tests. The command line never asks.
    /// </value>
    public bool AskFirst { get; set; } = true;

    /// <value>
    /// The most bytes of a WebSocket frame from another backend; a larger one is skipped and counted. Default 1 MiB; 1 KiB to 64 MiB.
    /// </value>
    public int MaxFrameBytes { get; set; } = DefaultMaxFrameBytes;

    /// <value>
    /// The time limit for an answer of another backend, from the first connection to the last byte, including redirects; also for opening a
    /// WebSocket. Default 10 s; 1 s to 10 minutes.
    /// </value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}
