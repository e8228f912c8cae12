using System.Collections.Concurrent;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.App.Doctor;

namespace LiveGridStudio.App.Studio.Doctor;

/// <summary>
/// What the doctor's page shows: a running examination, its report, or the question whether a backend may be read. Belongs to one circuit;
/// <see cref="Changed"/> is raised on any thread.
/// </summary>
internal sealed class DoctorView(BackendDoctor doctor, OriginGate gate) : IProgress<DoctorStep>, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private ConcurrentQueue<DoctorStep> _steps = new();
    private IReadOnlyList<BackendCredential> _credentials = [];
    private int _turn;

    /// <summary>Raised when something has changed; often, while it runs.</summary>
    public event Action? Changed;

    /// <value>Why no other backend is read at all, with the name of the setting; null when the allowed ones are.</value>
    public string? Obstacle => doctor.Obstacle;

    /// <value>The backend of the report, or of the question; null before the first.</value>
    public Uri? Backend { get; private set; }

    public bool IsRunning { get; private set; }

    /// <value>What has been looked at so far; of the report once there is one.</value>
    public IReadOnlyList<DoctorStep> Steps => Report?.Steps ?? [.. _steps];

    /// <value>Null until the examination is complete.</value>
    public DoctorReport? Report { get; private set; }

    /// <value>Why the backend cannot be examined, in one line; null when it can.</value>
    public string? Problem { get; private set; }

    /// <value>The origin that the user must allow first, or could allow for a fuller report; null for none.</value>
    public string? Question { get; private set; }

    public bool IsDeclined => Question is { } origin && gate.IsDeclined(origin);

    /// <value>How many credentials go with the requests.</value>
    public int CredentialCount => _credentials.Count;

    /// <value>What may be read without a question.</value>
    public IReadOnlyList<string> Allowed => gate.Allowed;

    /// <summary>Allows origins without a question, such as those that the browser knows.</summary>
    public void Allow(IEnumerable<string> origins)
    {
        foreach (var origin in origins)
        {
            gate.Allow(origin);
        }
    }

    /// <summary>Examines a backend; a newer call replaces a running one.</summary>
    /// <param name="address">What the user has typed, or the address of the page.</param>
    /// <param name="isTyped">Whether the user has typed it, which allows its origin.</param>
    /// <param name="credentials">Those of this backend; null keeps the ones of the last call where the backend is the same.</param>
    public async Task ExamineAsync(string address, bool isTyped, IReadOnlyList<BackendCredential>? credentials = null)
    {
        var turn = ++_turn;
        try
        {
            var backend = BackendAddress.Parse(address);
            _credentials = credentials ?? (backend == Backend ? _credentials : []);
            if (isTyped)
            {
                gate.Allow(Origin.Of(backend));
            }

            Begin(backend);
            if (Question is null && Problem is null)
            {
                await RunAsync(backend, turn);
            }
        }
        catch (ConnectException exception)
        {
            (Backend, Report, IsRunning, Question, Problem) = (null, null, false, null, exception.Message);
            _steps.Clear();
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            return;
        }

        Changed?.Invoke();
    }

    /// <summary>Examines the same backend again.</summary>
    public Task AgainAsync() => Backend is { } backend ? ExamineAsync(backend.ToString(), isTyped: false) : Task.CompletedTask;

    /// <summary>Answers <see cref="Question"/> with yes.</summary>
    public Task AllowAsync()
    {
        if (Question is { } origin)
        {
            gate.Allow(origin);
        }

        return AgainAsync();
    }

    /// <summary>Answers <see cref="Question"/> with "not now".</summary>
    public void Decline()
    {
        if (Question is { } origin)
        {
            gate.Decline(origin);
            Changed?.Invoke();
        }
    }

    void IProgress<DoctorStep>.Report(DoctorStep value)
    {
        _steps.Enqueue(value);
        Changed?.Invoke();
    }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private void Begin(Uri backend)
    {
        _steps = new ConcurrentQueue<DoctorStep>();
        var origin = Origin.Of(backend);
        (Backend, Report, Problem) = (backend, null, doctor.Obstacle);
        Question = gate.Allows(origin) ? null : origin;
        IsRunning = Question is null && Problem is null;
        Changed?.Invoke();
    }

    private async Task RunAsync(Uri backend, int turn)
    {
        var report = await doctor.ExamineAsync(
            new DoctorRequest(backend) { Credentials = _credentials, Gate = gate }, new Latest(this, turn), _leaving.Token);
        if (turn == _turn)
        {
            (Report, IsRunning) = (report, false);
            Problem = DoctorRefusal.Of(report);
            Question = report.AsksFor.FirstOrDefault(origin => !gate.IsDeclined(origin)) ?? (report.AsksFor.Count > 0 ? report.AsksFor[0] : null);
        }
    }

    /// <summary>Passes on the steps of the newest examination alone.</summary>
    private sealed class Latest(DoctorView view, int turn) : IProgress<DoctorStep>
    {
        public void Report(DoctorStep value)
        {
            if (turn == view._turn)
            {
                ((IProgress<DoctorStep>)view).Report(value);
            }
        }
    }
}
