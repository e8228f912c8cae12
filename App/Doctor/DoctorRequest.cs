using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Checking;

namespace LiveGridStudio.App.Doctor;

/// <summary>Which backend is looked at, and how.</summary>
/// <param name="Backend">Its address, as <see cref="BackendAddress.Parse"/> gives it.</param>
internal sealed record DoctorRequest(Uri Backend)
{
    public static readonly TimeSpan DefaultListen = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan LongestListen = TimeSpan.FromSeconds(60);

    public IReadOnlyList<BackendCredential> Credentials { get; init; } = [];

    /// <value>Decides which origins may be read.</value>
    public OriginGate Gate { get; init; } = OriginGate.Open;

    /// <value>How long each socket's messages are watched; zero opens sockets and does not listen.</value>
    public TimeSpan Listen { get; init; } = DefaultListen;

    /// <value>Rules that are switched off.</value>
    public RuleSwitches Off { get; init; } = RuleSwitches.None;

    /// <value>A <c>widgets.json</c> that is judged in the place of the backend's own; null for that one.</value>
    public DoctorDocument? Widgets { get; init; }
}

/// <summary>A document that the user has given.</summary>
/// <param name="Name">The file as the user wrote it.</param>
/// <param name="Body">Its bytes.</param>
internal sealed record DoctorDocument(string Name, byte[] Body);
