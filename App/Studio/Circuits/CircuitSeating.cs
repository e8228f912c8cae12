using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace LiveGridStudio.App.Studio.Circuits;

/// <summary>Passes a seat from the connection to its circuit, and frees it when the circuit has ended permanently.</summary>
internal sealed class CircuitSeating(CircuitSeats seats) : CircuitHandler
{
    private readonly ConcurrentDictionary<string, CircuitSeat> _seats = new();

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var seat = CircuitSeat.Current;
        if (seat is null or { HasCircuit: true })
        {
            // The connection that started the circuit is lost, and another one opens it.
            seat = new CircuitSeat(seats);
            seats.Take();
        }

        seat.Open();
        _seats[circuit.Id] = seat;
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_seats.TryRemove(circuit.Id, out var seat))
        {
            seat.Close();
        }

        return Task.CompletedTask;
    }
}
