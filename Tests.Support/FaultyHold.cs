using Microsoft.AspNetCore.Http;

namespace LiveGridStudio.Tests.Support;

/// <summary>Holds answers back until the test releases them.</summary>
internal sealed class FaultyHold(RequestDelegate? answer) : IDisposable
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a request has arrived.</summary>
    public Task Asked => _asked.Task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);

    public async Task AnswerAsync(HttpContext context)
    {
        _asked.TrySetResult();
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = context.RequestAborted.Register(() => gone.TrySetResult());
        await Task.WhenAny(_released.Task, gone.Task);
        if (_released.Task.IsCompleted && answer is not null)
        {
            await answer(context);
        }
    }

    public void Dispose() => _released.TrySetResult();
}
