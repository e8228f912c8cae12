using LiveGridStudio.App.Connect.Documents;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Policy;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>
/// Which source a page shows, and how it comes to another one. Credentials stay in here, with the address that they were given
/// for, until they are replaced, removed, or gone with the page. A backend that the browser does not know and nobody has typed is
/// not read before the reader has been asked, see <see cref="Question"/>. Belongs to one circuit.
/// </summary>
public sealed class SourceSelector(HostSource host, RemoteConnector connector, TimeProvider timeProvider) : IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly Dictionary<Uri, IReadOnlyList<BackendCredential>> _credentials = [];
    /// <summary>What the reader has allowed and declined on this page, by the origin of the backend.</summary>
    private readonly Dictionary<string, OriginGate> _gates = [];
    private KnownBackends _known = KnownBackends.None;
    private ConnectRequest? _asked;
    private SampleSource? _sample;
    private string? _sampleText;
    private int _turn;
    private bool _disposed;

    /// <summary>Raised on the circuit's thread when the source is another one, or what is said of it is.</summary>
    public event Action? Changed;

    public HostSource Host => host;

    public IWidgetSource Current { get; private set; } = host;

    /// <value>Whether another backend is being read, for the first time or again.</value>
    public bool IsConnecting { get; private set; }

    /// <value>Why the last attempt failed; the source before it is still shown.</value>
    public string? Problem { get; private set; }

    /// <value>
    /// What has to be allowed before a backend is read, or all of it; null for nothing. Answered by <see cref="AllowAsync"/> or
    /// <see cref="Decline"/>; another choice of a source takes it away.
    /// </value>
    public PendingRead? Question { get; private set; }

    /// <value>Why no other backend is read at all, naming the setting; null when those that are allowed are.</value>
    public string? Obstacle => connector.Obstacle;

    /// <value>When the documents of another backend were read; null for the other sources.</value>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>What is typed on the panel for texts; it outlives the panel.</summary>
    public PasteDraft Paste { get; } = new();

    /// <summary>Takes what the browser knows in the place of what it knew. A source that is shown goes on.</summary>
    public void Learn(KnownBackends known)
    {
        ArgumentNullException.ThrowIfNull(known);
        foreach (var forgotten in _known.Addresses.Select(BackendAddress.Parse).Where(backend => !known.Has(backend)))
        {
            _gates.Remove(Origin.Of(forgotten));
        }

        _known = known;
    }

    /// <summary>The reader says yes to <see cref="Question"/>: the backend is read. The answer is that of <see cref="ConnectAsync"/>.</summary>
    public Task<bool> AllowAsync()
    {
        if (Question is not { } question || _asked is not { } request)
        {
            return Task.FromResult(false);
        }

        GateOf(question.Backend).Allow(question.Origin);
        return ReadAsync(request.Address, request);
    }

    /// <summary>The reader says not now to <see cref="Question"/>: it stays, so that it can still be answered.</summary>
    public void Decline()
    {
        if (Question is { } question)
        {
            GateOf(question.Backend).Decline(question.Origin);
            Question = question with { IsDeclined = true };
            Changed?.Invoke();
        }
    }

    /// <summary>Takes the question away: the reader goes on with the source that is shown.</summary>
    public void DropQuestion() => (Question, _asked) = (null, null);

    /// <summary>
    /// Reads another backend and shows it, with the credentials of the request or, if there are none, those that were given for this
    /// address before. False when it could not be read, something else was chosen meanwhile, or the reader has to be asked.
    /// </summary>
    public Task<bool> ConnectAsync(ConnectRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ReadAsync(request.Address, request);
    }

    /// <summary>Reads the backend that is shown again, with its credentials.</summary>
    public Task<bool> RefreshAsync() =>
        Current.Backend is { } backend ? ReadAsync(backend, new ConnectRequest(backend, [])) : Task.FromResult(false);

    /// <summary>How many credentials go to the backend of this address; 0 for a text that is no address.</summary>
    public int CountCredentials(string? address) =>
        TryParse(address) is { } backend && _credentials.TryGetValue(backend, out var kept) ? kept.Count : 0;

    /// <summary>Forgets them. A connection that is open goes on with what it was opened with.</summary>
    public void RemoveCredentials(string? address)
    {
        if (TryParse(address) is { } backend && _credentials.Remove(backend))
        {
            Changed?.Invoke();
        }
    }

    public void UseHost() => Use(host, null);

    /// <summary>Shows a pasted text. The same text again is the same source, with all that was done to its widgets.</summary>
    public void UseSample(SampleText sample)
    {
        var text = Paste.ToString();
        if (_sample is null || _sampleText != text)
        {
            (_sample, _sampleText) = (new SampleSource(sample, timeProvider), text);
        }

        Use(_sample, null);
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await _leaving.CancelAsync();
        _leaving.Dispose();
        await host.DisposeAsync();
    }

    private static Uri? TryParse(string? address)
    {
        try
        {
            return BackendAddress.Parse(address);
        }
        catch (ConnectException)
        {
            return null;
        }
    }

    private void Use(IWidgetSource source, DateTimeOffset? readAt)
    {
        _turn++;
        DropQuestion();
        (Problem, ReadAt, IsConnecting) = (null, readAt, false);
        Current = source;
        Changed?.Invoke();
    }

    /// <summary>What goes to a backend from now on. Kept before it answers: a first try that fails loses nothing.</summary>
    private IReadOnlyList<BackendCredential> CredentialsFor(Uri backend, ConnectRequest request)
    {
        if (request.ReadCredentials() is { Count: > 0 } given)
        {
            _credentials[backend] = given;
        }

        return _credentials.GetValueOrDefault(backend, []);
    }

    /// <summary>The gate of the source that is shown, as long as it is shown; else that of this page, with what the browser knows.</summary>
    private OriginGate GateOf(Uri backend)
    {
        var origin = Origin.Of(backend);
        if (Current is { Gate: { } shown, Backend: { } address } && Origin.Of(new Uri(address)) == origin)
        {
            return shown;
        }

        if (!_gates.TryGetValue(origin, out var gate))
        {
            _gates[origin] = gate = connector.CreateGate();
        }

        foreach (var known in _known.OriginsOf(backend))
        {
            gate.Allow(known);
        }

        return gate;
    }

    /// <summary>Puts the question. What it asks for has been declined before only where the backend itself may be read.</summary>
    private void Ask(Uri backend, string origin, ConnectRequest request)
    {
        var isDeclined = origin != Origin.Of(backend) && GateOf(backend).IsDeclined(origin);
        (Question, _asked) = (new PendingRead(backend, origin, isDeclined), request);
    }

    private async Task<bool> ReadAsync(string address, ConnectRequest request)
    {
        var turn = ++_turn;
        DropQuestion();
        (Problem, IsConnecting) = (null, true);
        Changed?.Invoke();
        try
        {
            var backend = BackendAddress.Parse(address);
            var gate = GateOf(backend);
            if (request.IsTyped)
            {
                gate.Allow(Origin.Of(backend));
            }

            var connection = await connector.ConnectAsync(address, CredentialsFor(backend, request), gate, _leaving.Token);
            if (turn != _turn)
            {
                return false;
            }

            Use(new RemoteSource(connection), timeProvider.GetUtcNow());
            if (connection.AsksFor is { } origin)
            {
                Ask(backend, origin, request);
            }

            return true;
        }
        catch (ConsentNeededException needed) when (turn == _turn)
        {
            IsConnecting = false;
            Ask(BackendAddress.Parse(address), needed.Origin, request);
            Changed?.Invoke();
            return false;
        }
        catch (ConnectException exception) when (turn == _turn)
        {
            (Problem, IsConnecting) = (exception.Message, false);
            Changed?.Invoke();
            return false;
        }
        catch (ConnectException)
        {
            // Nobody waits for this backend any more.
            return false;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            return false;
        }
    }
}
