using System.Runtime.CompilerServices;

namespace LiveGridStudio.Shared.Feeds.Recording;

/// <summary>Plays a recording: each entry comes when its time has come.</summary>
/// <param name="open">Opens the recording; called again for each round.</param>
/// <param name="speed">2 is twice as fast as it was recorded. Above 0.</param>
/// <param name="isLooping">Whether it begins again at its end.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class RecordingPlayer(Func<Stream> open, double speed, bool isLooping, TimeProvider timeProvider)
{
    /// <summary>From the start of a round to the start of the next one at least, so that a short recording is no tight loop.</summary>
    private static readonly TimeSpan ShortestRound = TimeSpan.FromSeconds(1);

    /// <value>Rounds that have begun.</value>
    public int Rounds { get; private set; }

    /// <summary>The lines, damaged ones too, until the end or until cancelled.</summary>
    /// <exception cref="IOException">The recording cannot be read.</exception>
    public async IAsyncEnumerable<RecordingLine> PlayAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            Rounds++;
            var started = timeProvider.GetTimestamp();
            var stream = open();
            await using (stream.ConfigureAwait(false))
            {
                await foreach (var line in RecordingReader.ReadAsync(stream, cancellationToken).ConfigureAwait(false))
                {
                    await WaitAsync(started, (line.Entry?.At ?? TimeSpan.Zero) / speed, cancellationToken).ConfigureAwait(false);
                    yield return line;
                }
            }

            if (isLooping)
            {
                await WaitAsync(started, ShortestRound, cancellationToken).ConfigureAwait(false);
            }
        }
        while (isLooping);
    }

    private async Task WaitAsync(long started, TimeSpan at, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (at - timeProvider.GetElapsedTime(started) is var ahead && ahead > TimeSpan.Zero)
        {
            // A recording may have a gap of months, which no timer takes at once.
            await Task.Delay(ahead < TimeSpan.FromDays(1) ? ahead : TimeSpan.FromDays(1), timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
