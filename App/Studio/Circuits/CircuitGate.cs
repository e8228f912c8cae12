using Microsoft.AspNetCore.SignalR;

namespace LiveGridStudio.App.Studio.Circuits;

/// <summary>
/// Guards Blazor's hub: no circuit without a seat, and no lasting connection without a circuit. The method names are those that Blazor's
/// own script calls.
/// </summary>
internal sealed class CircuitGate(CircuitSeats seats, TimeProvider timeProvider, ILogger<CircuitGate> logger) : IHubFilter
{
    /// <summary>The time within which a page must start its circuit. A page normally does so right after connecting.</summary>
    internal static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Connections allowed beyond the seats: for pages that return while the host still counts their old connection as alive.</summary>
    internal const int SpareConnections = 100;

    private const string Full = "All pages of this host are in use (Studio:MaxCircuits).";
    private static readonly object SeatKey = new();
    private static readonly object TimerKey = new();

    private int _connections;

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (Interlocked.Increment(ref _connections) > seats.Most + SpareConnections)
        {
            context.Context.Abort();
            return;
        }

        var connection = context.Context;
        context.Context.Items[TimerKey] = timeProvider.CreateTimer(
            static state =>
            {
                var (logger, connection) = ((ILogger, HubCallerContext))state!;
                CircuitLog.ConnectionIdle(logger, connection.ConnectionId);
                connection.Abort();
            },
            ((ILogger)logger, connection),
            StartTimeout,
            Timeout.InfiniteTimeSpan);
        await next(context);
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        Interlocked.Decrement(ref _connections);
        StopTimer(context.Context);
        try
        {
            await next(context, exception);
        }
        finally
        {
            SeatOf(context.Context)?.LeaveConnection();
        }
    }

    public ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next) =>
        invocationContext.HubMethodName switch
        {
            "StartCircuit" or "ResumeCircuit" => StartAsync(invocationContext, next),
            "ConnectCircuit" => ConnectAsync(invocationContext, next),
            "UpdateRootComponents" when SeatOf(invocationContext.Context) is { HasCircuit: false } seat => OpenAsync(seat, invocationContext, next),
            _ => next(invocationContext),
        };

    private async ValueTask<object?> StartAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (SeatOf(invocation.Context) is not null)
        {
            // The hub itself refuses a second circuit on one connection.
            return await next(invocation);
        }

        if (seats.TryTake() is not { } seat)
        {
            CircuitLog.CircuitRefused(logger, seats.Most);
            await invocation.Hub.Clients.Caller.SendAsync("JS.Error", Full, invocation.Context.ConnectionAborted);
            invocation.Context.Abort();
            return null;
        }

        invocation.Context.Items[SeatKey] = seat;
        object? secret = null;
        try
        {
            secret = await next(invocation);
            return secret;
        }
        finally
        {
            if (secret is null)
            {
                invocation.Context.Items.Remove(SeatKey);
                seat.Close();
            }
            else
            {
                StopTimer(invocation.Context);
            }
        }
    }

    private static async ValueTask<object?> ConnectAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var isBack = await next(invocation);
        if (isBack is true)
        {
            StopTimer(invocation.Context);
        }

        return isBack;
    }

    private static async ValueTask<object?> OpenAsync(
        CircuitSeat seat, HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        CircuitSeat.Current = seat;
        return await next(invocation);
    }

    private static CircuitSeat? SeatOf(HubCallerContext connection) => connection.Items.TryGetValue(SeatKey, out var seat) ? (CircuitSeat?)seat : null;

    private static void StopTimer(HubCallerContext connection)
    {
        if (connection.Items.TryGetValue(TimerKey, out var timer))
        {
            (timer as ITimer)?.Dispose();
        }
    }
}
