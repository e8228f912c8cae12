using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Studio.Circuits;

/// <summary>Limits the number of pages that this host keeps: a page takes a seat before its circuit is created, and the circuit frees it.</summary>
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

    /// <value>Seats in use, including pages that lost their connection and may return.</value>
    public int Taken => Volatile.Read(ref _taken);

    public bool IsFull => Taken >= Most;

    /// <summary>Takes a seat; null when all are in use.</summary>
    internal CircuitSeat? TryTake()
    {
        if (Interlocked.Increment(ref _taken) <= Most)
        {
            return new CircuitSeat(this);
        }

        GiveBack();
        return null;
    }

    /// <summary>Counts an existing circuit, whatever the limit.</summary>
    internal void Take() => Interlocked.Increment(ref _taken);

    internal void GiveBack() => Interlocked.Decrement(ref _taken);
}
