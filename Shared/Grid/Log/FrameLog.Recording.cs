using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Log;

public sealed partial class FrameLog
{
    /// <summary>Adds a frame, unless the log is not recording.</summary>
    /// <param name="receivedAt">Arrival time of the frame.</param>
    /// <param name="rawText">Its text as received; null to write its value as JSON instead.</param>
    /// <param name="frame">The parsed frame.</param>
    /// <param name="outcomes">The outcomes from <see cref="GridModel.Apply"/>: one per row, or one for the whole frame.</param>
    /// <param name="idColumns">The row id columns; the log does not list them as ignored, because they never change.</param>
    public void Add(
        DateTimeOffset receivedAt,
        string? rawText,
        FeedFrame frame,
        IReadOnlyList<MessageOutcome> outcomes,
        IReadOnlyList<string> idColumns)
    {
        if (!IsRecording)
        {
            return;
        }

        var logged = FrameWriter.Write(++_number, receivedAt, rawText, frame, outcomes, idColumns);
        _ring.Add(logged);
        _window.Add(logged.Counts, Now);
        Totals += logged.Counts;
        Version++;
    }

    internal void Attach()
    {
        var wasRecording = IsRecording;
        _attached++;
        Turn(wasRecording);
    }

    internal void Detach()
    {
        var wasRecording = IsRecording;
        _attached--;
        Turn(wasRecording);
    }

    /// <summary>Records one batch; <paramref name="detail"/> is null when the log was not recording.</summary>
    internal void Record(IReadOnlyList<FeedFrame> batch, ApplyDetail? detail, IReadOnlyList<string> idColumns)
    {
        if (detail is null)
        {
            Passed += batch.Count;
            Version++;
            return;
        }

        var receivedAt = _timeProvider.GetUtcNow();
        var at = 0;
        for (var i = 0; i < batch.Count; i++)
        {
            var first = at;
            while (at < detail.Outcomes.Count && detail.Outcomes[at].FrameIndex == i)
            {
                at++;
            }

            var outcomes = detail.Outcomes.Skip(first).Take(at - first).ToArray();
            Add(batch[i].ReceivedAt ?? receivedAt, batch[i].Text, batch[i], outcomes, idColumns);
        }
    }
}
