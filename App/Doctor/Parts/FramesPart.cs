using System.Globalization;
using LiveGridStudio.Shared.Checking.FeedLint;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.App.Doctor.Parts;

/// <summary>What became of the messages of a socket: how many came, and how many of their rows were found.</summary>
internal static class FramesPart
{
    public static void Judge(StepList steps, FeedRows rows, IReadOnlyList<PreviewMessage> messages, FeedCounters counters, TimeSpan time)
    {
        if (counters.Frames == 0)
        {
            steps.Warn(
                "socket.frames",
                $"No message came within {DoctorVisit.Words(time)}.",
                "If values change seldom, that is right; else see whether the socket reads the message that subscribes.",
                "0 messages");
            return;
        }

        var rate = counters.Frames / Math.Max(0.001, time.TotalSeconds);
        steps.Ok(
            "socket.frames",
            "Messages come.",
            string.Create(CultureInfo.InvariantCulture, $"{counters.Frames} messages with {counters.Rows} rows, {rate:0.#} a second, {DoctorVisit.Words((int)Math.Min(int.MaxValue, counters.Bytes))}"));
        if (counters.Dropped > messages.Count / 2 && messages.Count < DoctorLimits.Frames)
        {
            steps.Warn("socket.size", $"{counters.Dropped} messages were too large, or too many, to be looked at.", "Send what has changed, in messages below 1 MiB.");
        }

        AddOutcome(steps, FeedTally.Of(rows, messages));
    }

    private static void AddOutcome(StepList steps, FeedTally tally)
    {
        var found = tally.Updated + tally.Appended;
        var lost = tally.Unknown + tally.NotRows + tally.LostFrames + tally.NotJson;
        var seen = string.Join(", ", Parts(tally));
        if (found == 0)
        {
            steps.Fail("socket.rows", "No message reaches a row: the grid stands still.", FixOf(tally), seen);
        }
        else if (tally.NotRows + tally.LostFrames + tally.NotJson > 0)
        {
            steps.Warn("socket.rows", "Some messages are lost.", FixOf(tally), seen);
        }
        else
        {
            steps.Ok("socket.rows", lost == 0 ? "Each message reaches its row." : "Messages reach their rows; those of unknown ids are passed over.", seen);
        }

        if (tally.IgnoredFields.Count > 0)
        {
            steps.Ok("socket.fields", $"Fields that never reach a row: {string.Join(", ", tally.IgnoredFields)}.", $"{tally.IgnoredFields.Count} fields");
        }
    }

    private static IEnumerable<string> Parts(FeedTally tally)
    {
        (int Count, string Words)[] parts =
        [
            (tally.Updated, "rows found"), (tally.Appended, "rows appended"), (tally.Unknown, "with an unknown id"), (tally.NotRows, "no row"),
            (tally.LostFrames, "messages lost to a null"), (tally.NotJson, "not JSON"), (tally.Partial, "partial"), (tally.WithNull, "with a null"),
        ];
        return parts.Where(static part => part.Count > 0).Select(static part => $"{part.Count} {part.Words}");
    }

    private static string FixOf(FeedTally tally) => tally switch
    {
        { NotJson: > 0 } => "Send JSON: a row object, or a list of them.",
        { NotRows: > 0 } => "Send row objects, or a list of them, without anything around them.",
        { LostFrames: > 0 } => "Leave nulls out of the list.",
        _ => "Send the id column of wsRowIdColumn with each row, with the same text as the endpoint's rows.",
    };
}
