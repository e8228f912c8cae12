namespace LiveGridStudio.App.Connect.Reach.Policy;

/// <summary>
/// The origins that the user has allowed for one backend, which includes its own. Redirects are checked too, and a WebSocket counts as
/// HTTP. Nothing is allowed at first. Thread-safe.
/// </summary>
public sealed class OriginGate
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _allowed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _declined = new(StringComparer.Ordinal);
    private readonly bool _isOpen;

    public OriginGate()
    {
    }

    private OriginGate(bool isOpen) => _isOpen = isOpen;

    /// <value>Allows every origin: for the command line, and when the setting <c>Connect:AskFirst</c> is false.</value>
    public static OriginGate Open { get; } = new(isOpen: true);

    /// <value>The origins that the user has allowed so far, in the format of <see cref="Origin.Of"/>.</value>
    public IReadOnlyList<string> Allowed
    {
        get
        {
            lock (_lock)
            {
                return [.. _allowed.Order(StringComparer.Ordinal)];
            }
        }
    }

    /// <param name="origin">An origin in the format of <see cref="Origin.Of"/>.</param>
    public bool Allows(string origin)
    {
        lock (_lock)
        {
            return _isOpen || _allowed.Contains(origin);
        }
    }

    /// <summary>Allows an origin.</summary>
    public void Allow(string origin)
    {
        lock (_lock)
        {
            _declined.Remove(origin);
            if (!_isOpen)
            {
                _allowed.Add(origin);
            }
        }
    }

    /// <summary>Records "not now": the origin stays blocked, and the question is shown less prominently.</summary>
    public void Decline(string origin)
    {
        lock (_lock)
        {
            if (!_isOpen)
            {
                _declined.Add(origin);
            }
        }
    }

    public bool IsDeclined(string origin)
    {
        lock (_lock)
        {
            return _declined.Contains(origin);
        }
    }

    /// <summary>Must be called before anything is sent to an address, even before its name is resolved.</summary>
    /// <exception cref="ConsentNeededException">The user has not allowed its origin.</exception>
    internal void Require(Uri address)
    {
        var origin = Origin.Of(address);
        if (!Allows(origin))
        {
            throw new ConsentNeededException(origin);
        }
    }
}
