using LiveGridStudio.App.Connect.Documents;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Policy;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>
/// Holds the source that a page shows, and changes it. Credentials stay in here, with the address that they were given for, until they are
/// replaced or removed or the page ends. A backend that neither the browser knows nor the user has typed is not read before the user has
/// been asked, see <see cref="Question"/>. Belongs to one circuit.
/// </summary>
public sealed class SourceSelector(HostSource host, RemoteConnector connector, TimeProvider timeProvider) : IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly Dictionary<Uri, IReadOnlyList<BackendCredential>> _credentials = [];
    /// <summary>What the user has allowed and declined on this page, by the backend's origin.</summary>
    private readonly Dictionary<string, OriginGate> _gates = [];
    private KnownBackends _known = KnownBackends.None;
    private ConnectRequest? _asked;
    private SampleSource? _sample;
    private string? _sampleText;
    private int _turn;
    private bool _disposed;

    /// <summary>Raised on the circuit's thread when the source or its state has changed.</summary>
    public event Action? Changed;

    public HostSource Host => host;

    public IWidgetSource Current { get; private set; } = host;

    /// <value>Whether another backend is being read, for the first time or again.</value>
    public bool IsConnecting { get; private set; }

    /// <value>Why the last attempt failed; the previous source is still shown.</value>
    public string? Problem { get; private set; }

    /// <value>
    /// What must be allowed before a backend is read, in part or at all; null for nothing. Answered by <see cref="AllowAsync"/> or <see
    /// cref="Decline"/>; selecting another source removes it.
    /// </value>
    public PendingRead? Question { get; private set; }

    /// <value>Why no other backend is read at all, with the name of the setting; null when the allowed ones are.</value>
    public string? Obstacle => connector.Obstacle;

    /// <value>When another backend's documents were read; null for other sources.</value>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>The texts on the paste panel; they outlive the panel.</summary>
    public PasteDraft Paste { get; } = new();

    /// <summary>Replaces the backends that the browser knows. The shown source stays.</summary>
    public void Learn(KnownBackends known)
    {
        ArgumentNullException.ThrowIfNull(known);
        foreach (var forgotten in _known.Addresses.Select(BackendAddress.Parse).Where(backend => !known.Has(backend)))
        {
            _gates.Remove(Origin.Of(forgotten));
        }

        _known = known;
    }

    /// <summary>Answers <see cref="Question"/> with yes: the backend is read. The result is that of <see cref="ConnectAsync"/>.</summary>
    public Task<bool> AllowAsync()
    {
        if (Question is not { } question || _asked is not { } request)
        {
            return Task.FromResult(false);
        }

        GateOf(question.Backend).Allow(question.Origin);
        return ReadAsync(request.Address, request);
    }

    /// <summary>Answers <see cref="Question"/> with "not now": it stays and can still be answered.</summary>
    public void Decline()
    {
        if (Question is { } question)
        {
            GateOf(question.Backend).Decline(question.Origin);
            Question = question with { IsDeclined = true };
            Changed?.Invoke();
        }
    }

    /// <summary>Removes the question: the user stays with the shown source.</summary>
    public void DropQuestion() => (Question, _asked) = (null, null);

    /// <summary>
    /// Reads another backend and shows it, with the credentials of the request or, if it has none, those given for this address before.
    /// False when it could not be read, another source was chosen meanwhile, or the user must be asked first.
    /// </summary>
    public Task<bool> ConnectAsync(ConnectRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ReadAsync(request.Address, request);
    }

    /// <summary>Reads the shown backend again, with its credentials.</summary>
    public Task<bool> RefreshAsync() =>
        Current.Backend is { } backend ? ReadAsync(backend, new ConnectRequest(backend, [])) : Task.FromResult(false);

    /// <summary>Number of credentials for the backend of this address; 0 for a text that is not an address.</summary>
    public int CountCredentials(string? address) =>
        TryParse(address) is { } backend && _credentials.TryGetValue(backend, out var kept) ? kept.Count : 0;

    /// <summary>Forgets the credentials of an address. An open connection keeps those that it was opened with.</summary>
    public void RemoveCredentials(string? address)
    {
        if (TryParse(address) is { } backend && _credentials.Remove(backend))
        {
            Changed?.Invoke();
        }
    }

    public void UseHost() => Use(host, null);

    /// <summary>Shows a pasted text. The same text again gives the same source, with all edits of its widgets.</summary>
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

    /// <summary>
    /// The credentials for a backend from now on. They are stored before it answers, so that a failed first attempt does not lose them.
    /// </summary>
    private IReadOnlyList<BackendCredential> CredentialsFor(Uri backend, ConnectRequest request)
    {
        if (request.ReadCredentials() is { Count: > 0 } given)
        {
            _credentials[backend] = given;
        }

        return _credentials.GetValueOrDefault(backend, []);
    }

    /// <summary>The gate of the shown source for its own backend; else this page's gate, with the origins that the browser knows.</summary>
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

    /// <summary>Sets the question. It counts as declined before only when the backend itself may be read.</summary>
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
            // Another source has been chosen meanwhile.
            return false;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            return false;
        }
    }
}
