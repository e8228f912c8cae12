namespace LiveGridStudio.App.Studio.Circuits;

/// <summary>
/// One page's place. The connection that asked for it holds it until its circuit opens, which happens only when the browser has
/// named the components of the page; from then on the circuit does, across lost connections. Safe from any thread.
/// </summary>
internal sealed class CircuitSeat(CircuitSeats seats)
{
    private static readonly AsyncLocal<CircuitSeat?> Ambient = new();

    private readonly Lock _lock = new();
    private bool _isFree;
    private bool _hasCircuit;

    /// <value>The seat of the call that is being served: the framework does not tell a circuit's handlers of its connection.</value>
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
                // The connection went just before its circuit opened.
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
