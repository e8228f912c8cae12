namespace LiveGridStudio.App.Studio.Circuits;

/// <summary>
/// The seat of one page. The connection that asked for it holds it until its circuit opens, which happens only when the browser has sent
/// the components of the page. From then on the circuit holds it, also across lost connections. Thread-safe.
/// </summary>
internal sealed class CircuitSeat(CircuitSeats seats)
{
    private static readonly AsyncLocal<CircuitSeat?> Ambient = new();

    private readonly Lock _lock = new();
    private bool _isFree;
    private bool _hasCircuit;

    /// <value>The seat of the call in progress: the framework does not tell circuit handlers which connection they serve.</value>
    public static CircuitSeat? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public bool HasCircuit
    {
        get
        {
            lock (_lock)
            {
                return _hasCircuit;
            }
        }
    }

    public void Open()
    {
        lock (_lock)
        {
            _hasCircuit = true;
            if (_isFree)
            {
                // The connection was lost just before its circuit opened.
                _isFree = false;
                seats.Take();
            }
        }
    }

    public void LeaveConnection()
    {
        lock (_lock)
        {
            if (!_hasCircuit)
            {
                Free();
            }
        }
    }

    public void Close()
    {
        lock (_lock)
        {
            Free();
        }
    }

    private void Free()
    {
        if (!_isFree)
        {
            _isFree = true;
            seats.GiveBack();
        }
    }
}
