using System.Threading.Tasks.Sources;

namespace LiveGridStudio.Shared.Tables;

/// <summary>
/// Wakes one reader repeatedly without allocating. A wake without a waiting reader is kept for the next wait; several of them count as one.
/// Any thread may wake; one reader at a time may wait.
/// </summary>
/// <param name="wakesInline">
/// True runs the reader within <see cref="Wake"/>, so the caller must hold no lock; false leaves it to the thread pool.
/// </param>
internal sealed class WakeSignal(bool wakesInline) : IValueTaskSource<bool>
{
    private const int Idle = 0;
    private const int Woken = 1;
    private const int Waiting = 2;
    private const int Ended = 3;

    private ManualResetValueTaskSourceCore<bool> _wait = new() { RunContinuationsAsynchronously = !wakesInline };
    private CancellationTokenRegistration _cancellation;
    private Exception? _fault;
    private int _state;

    public void Wake()
    {
        if (Interlocked.CompareExchange(ref _state, Idle, Waiting) == Waiting)
        {
            _wait.SetResult(true);
        }
        else if (Interlocked.CompareExchange(ref _state, Woken, Idle) == Waiting)
        {
            // The reader started to wait in the meantime.
            Wake();
        }
    }

    /// <summary>Makes this wait and all later ones return false. Only the first call counts.</summary>
    /// <param name="fault">An exception that every wait throws instead; null at a normal end.</param>
    public void End(Exception? fault = null)
    {
        if (Volatile.Read(ref _state) != Ended)
        {
            Interlocked.CompareExchange(ref _fault, fault, null);
        }

        if (Interlocked.Exchange(ref _state, Ended) != Waiting)
        {
            return;
        }

        if (_fault is { } known)
        {
            _wait.SetException(known);
        }
        else
        {
            _wait.SetResult(false);
        }
    }

    /// <summary>True when woken, false once ended; throws the exception given to <see cref="End"/>.</summary>
    /// <exception cref="InvalidOperationException">Another reader is waiting already.</exception>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _state) == Waiting)
        {
            throw new InvalidOperationException("One reader at a time may wait.");
        }

        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<bool>(cancellationToken);
        }

        if (Interlocked.CompareExchange(ref _state, Idle, Woken) == Woken)
        {
            return new(true);
        }

        _wait.Reset();
        switch (Interlocked.CompareExchange(ref _state, Waiting, Idle))
        {
            case Ended:
                return _fault is { } fault ? ValueTask.FromException<bool>(fault) : new(false);
            case Woken:
                Interlocked.CompareExchange(ref _state, Idle, Woken);
                return new(true);
        }

        // The result is not observed before this method returns, so the registration is complete by then.
        _cancellation = cancellationToken.UnsafeRegister(static (signal, token) => ((WakeSignal)signal!).Cancel(token), this);
        return new(this, _wait.Version);
    }

    bool IValueTaskSource<bool>.GetResult(short token)
    {
        // Disposing waits for a running callback, so that it cannot affect the next wait.
        _cancellation.Dispose();
        return _wait.GetResult(token);
    }

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _wait.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _wait.OnCompleted(continuation, state, token, flags);

    private void Cancel(CancellationToken token)
    {
        if (Interlocked.CompareExchange(ref _state, Idle, Waiting) == Waiting)
        {
            _wait.SetException(new OperationCanceledException(token));
        }
    }
}
