using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Studio.Circuits;

/// <summary>How many pages this host keeps at a time: a page takes a seat before its circuit is made, and the circuit gives it back.</summary>
public sealed class CircuitSeats
{
    private int _taken;

    public CircuitSeats(IOptions<StudioOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Most = options.Value.MaxCircuits;
    }

    /// <value>The setting <c>Studio:MaxCircuits</c>.</value>
    public int Most { get; }

    /// <value>Seats in use, those of pages included that lost their connection and may come back.</value>
    public int Taken => Volatile.Read(ref _taken);

    public bool IsFull => Taken >= Most;

    /// <summary>A seat; null when all are taken.</summary>
    internal CircuitSeat? TryTake()
    {
        if (Interlocked.Increment(ref _taken) <= Most)
        {
            return new CircuitSeat(this);
        }

        GiveBack();
        return null;
    }

    /// <summary>Counts a circuit that is there already, whatever the limit.</summary>
    internal void Take() => Interlocked.Increment(ref _taken);

    internal void GiveBack() => Interlocked.Decrement(ref _taken);
}
