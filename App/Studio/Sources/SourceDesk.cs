using LiveGridStudio.App.Connect;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>
/// Which source a page shows, and how it comes to another one. Credentials stay in here, so that a backend can be read again,
/// and go with the page. Belongs to one circuit.
/// </summary>
public sealed class SourceDesk(HostSource host, RemoteConnector connector, TimeProvider timeProvider) : IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<BackendCredential> _credentials = [];
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

    /// <summary>Reads another backend and shows it. False when it could not be read, or something else was chosen meanwhile.</summary>
    public Task<bool> ConnectAsync(ConnectRequest request) => ReadAsync(request.Address, request.ReadCredentials);

    /// <summary>Reads the backend that is shown again, with the same credentials.</summary>
    public Task<bool> RefreshAsync() =>
        Current.Backend is { } backend ? ReadAsync(backend, () => _credentials) : Task.FromResult(false);

    public void UseHost() => Use(host, [], null);

    /// <summary>Shows a pasted text. The same text again is the same source, with all that was done to its widgets.</summary>
    public void UseSample(SampleText sample)
    {
        var text = Paste.ToString();
        if (_sample is null || _sampleText != text)
        {
            (_sample, _sampleText) = (new SampleSource(sample, timeProvider), text);
        }

        Use(_sample, [], null);
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

    private void Use(IWidgetSource source, IReadOnlyList<BackendCredential> credentials, DateTimeOffset? readAt)
    {
        _turn++;
        (Problem, ReadAt, IsConnecting, _credentials) = (null, readAt, false, credentials);
        Current = source;
        Changed?.Invoke();
    }

    private async Task<bool> ReadAsync(string address, Func<IReadOnlyList<BackendCredential>> credentials)
    {
        var turn = ++_turn;
        (Problem, IsConnecting) = (null, true);
        Changed?.Invoke();
        try
        {
            var sent = credentials();
            var connection = await connector.ConnectAsync(address, sent, _leaving.Token);
            if (turn != _turn)
            {
                return false;
            }

            Use(new RemoteSource(connection), sent, timeProvider.GetUtcNow());
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
