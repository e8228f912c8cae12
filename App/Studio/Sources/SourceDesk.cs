using LiveGridStudio.App.Connect;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>
/// Which source a page shows, and how it comes to another one. Credentials stay in here, with the address that they were given
/// for, until they are replaced, removed, or gone with the page. Belongs to one circuit.
/// </summary>
public sealed class SourceDesk(HostSource host, RemoteConnector connector, TimeProvider timeProvider) : IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly Dictionary<Uri, IReadOnlyList<BackendCredential>> _credentials = [];
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

    /// <value>Why no other backend is read at all, naming the setting; null when those that are allowed are.</value>
    public string? Obstacle => connector.Obstacle;

    /// <value>When the documents of another backend were read; null for the other sources.</value>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>What is typed on the panel for texts; it outlives the panel.</summary>
    public PasteDraft Paste { get; } = new();

    /// <summary>
    /// Reads another backend and shows it, with the credentials of the request or, if there are none, those that were given for this
    /// address before. False when it could not be read, or something else was chosen meanwhile.
    /// </summary>
    public Task<bool> ConnectAsync(ConnectRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ReadAsync(request.Address, request);
    }

    /// <summary>Reads the backend that is shown again, with its credentials.</summary>
    public Task<bool> RefreshAsync() => Current.Backend is { } backend ? ReadAsync(backend) : Task.FromResult(false);

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
        (Problem, ReadAt, IsConnecting) = (null, readAt, false);
        Current = source;
        Changed?.Invoke();
    }

    /// <summary>What goes to a backend from now on. Kept before it answers: a first try that fails loses nothing.</summary>
    private IReadOnlyList<BackendCredential> CredentialsFor(Uri backend, ConnectRequest? request)
    {
        if (request?.ReadCredentials() is { Count: > 0 } given)
        {
            _credentials[backend] = given;
        }

        return _credentials.GetValueOrDefault(backend, []);
    }

    private async Task<bool> ReadAsync(string address, ConnectRequest? request = null)
    {
        var turn = ++_turn;
        (Problem, IsConnecting) = (null, true);
        Changed?.Invoke();
        try
        {
            var sent = CredentialsFor(BackendAddress.Parse(address), request);
            var connection = await connector.ConnectAsync(address, sent, _leaving.Token);
            if (turn != _turn)
            {
                return false;
            }

            Use(new RemoteSource(connection), timeProvider.GetUtcNow());
            return true;
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
