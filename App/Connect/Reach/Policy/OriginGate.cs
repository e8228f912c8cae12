namespace LiveGridStudio.App.Connect.Reach.Policy;

/// <summary>
/// Which origins may be read for one backend, its own included: those that the reader has allowed. Redirects count, and a
/// WebSocket counts as HTTP. Nothing is allowed at first. Safe for any thread.
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

    /// <value>Lets every origin be read: for the command line, and where the setting <c>Connect:AskFirst</c> is false.</value>
    public static OriginGate Open { get; } = new(isOpen: true);

    /// <value>What the reader has allowed so far, as <see cref="Origin.Of"/> writes it.</value>
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

    /// <param name="origin">As <see cref="Origin.Of"/> writes it.</param>
    public bool Allows(string origin)
    {
        lock (_lock)
        {
            return _isOpen || _allowed.Contains(origin);
        }
    }

    /// <summary>The reader has said yes.</summary>
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

    /// <summary>The reader has said not now: the origin stays unread, and is asked for less prominently.</summary>
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

    /// <summary>To be called before anything is sent to an address, looking up its name included.</summary>
    /// <exception cref="ConsentNeededException">The reader has not allowed its origin.</exception>
    internal void Require(Uri address)
    {
        var origin = Origin.Of(address);
        if (!Allows(origin))
        {
            throw new ConsentNeededException(origin);
        }
    }
}
