namespace LiveGridStudio.App.Connect;

/// <summary>Which other backends this program may read, section <c>Connect</c>.</summary>
public sealed class ConnectOptions
{
    public const string SectionName = "Connect";

    /// <value>
    /// False refuses every other backend, true lets those of <see cref="AllowedHosts"/> be read. Null, the default, leaves it
    /// to the host, which looks at where it listens; the command line then lets them.
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
}
