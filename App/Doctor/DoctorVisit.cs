using System.Collections.Concurrent;
using System.Globalization;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Connect.Reach.Policy;

namespace LiveGridStudio.App.Doctor;

/// <summary>One look at one backend: what its parts share.</summary>
internal sealed class DoctorVisit(GuardedHttp http, DoctorRequest request, ConnectOptions options, TimeProvider clock, IProgress<DoctorStep>? progress)
{
    private readonly long _startedAt = clock.GetTimestamp();

    public DoctorRequest Request => request;

    public BackendAccess Access { get; } = new(request.Backend, request.Credentials, request.Gate);

    public GuardedHttp Http => http;

    public TimeProvider Clock => clock;

    public int MaxFrameBytes => options.MaxFrameBytes;

    /// <value>Whether the time for all of it is over.</value>
    public bool IsOver => clock.GetElapsedTime(_startedAt) > DoctorLimits.Longest;

    public StepList Begin(string? widgetId = null) => new(progress, widgetId);

    /// <value>Origins that were not asked because the user has not allowed them.</value>
    public ConcurrentDictionary<string, bool> AsksFor { get; } = new(StringComparer.Ordinal);

    /// <summary>Asks one address as a page of Workspace does, without its cache.</summary>
    /// <param name="address">The address.</param>
    /// <param name="maxBytes">The most bytes of the answer.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="origin">The page's origin.</param>
    public async Task<DoctorAnswer> AskAsync(
        Uri address, int maxBytes, CancellationToken cancellationToken, string origin = Origin.OfWorkspace)
    {
        var startedAt = clock.GetTimestamp();
        try
        {
            var answer = await http.GetAsync(new BackendRequest(address, maxBytes) { Access = Access, Origin = origin }, cancellationToken);
            return new DoctorAnswer(answer, null, clock.GetElapsedTime(startedAt));
        }
        catch (ConnectException exception)
        {
            return Failed(exception, startedAt);
        }
    }

    /// <summary>Notes that something was not answered.</summary>
    /// <param name="exception">Why.</param>
    /// <param name="startedAt">When it was asked, on the clock of the visit.</param>
    public DoctorAnswer Failed(ConnectException exception, long startedAt)
    {
        if (exception is ConsentNeededException needed)
        {
            AsksFor[needed.Origin] = true;
        }

        return new DoctorAnswer(null, exception, clock.GetElapsedTime(startedAt));
    }

    /// <summary><c>80 ms</c> or <c>2.4 s</c>.</summary>
    public static string Words(TimeSpan time) => time < TimeSpan.FromSeconds(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");

    /// <summary><c>12 KB</c>.</summary>
    public static string Words(int bytes) => bytes < 1024 ? $"{bytes} bytes"
        : bytes < 1024 * 1024 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0.#} MB");
}

/// <summary>An answer, or why there is none.</summary>
internal sealed record DoctorAnswer(FetchedDocument? Answer, ConnectException? Fault, TimeSpan Took)
{
    /// <value>Whether the settings or the user do not allow the address: not a fault of the backend.</value>
    public bool IsRefusedHere => Fault?.Fault is ConnectFault.AddressRefused or ConnectFault.ConsentNeeded;

    /// <value>The status of the answer; null when there is none.</value>
    public int? Status => Answer?.Status ?? (Fault is BadStatusException bad ? (int)bad.Status : null);

    /// <value>The status as a text for <see cref="DoctorStep.Seen"/>, or the time of a good answer.</value>
    public string Seen => Answer is { } answer ? $"{answer.Status}, {DoctorVisit.Words(answer.Body.Length)} in {DoctorVisit.Words(Took)}"
        : Status is { } status ? status.ToString(CultureInfo.InvariantCulture)
        : Fault!.Fault.ToString();
}
