using System.Diagnostics.CodeAnalysis;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Feeds.Recording;

/// <summary>One line of a recording: <c>{"at":1250,"kind":"frame","content":{"symbol":"TSLA","price":250.1}}</c>. See docs/recording.md.</summary>
/// <param name="At">When it happened, from the start of the recording. Not negative.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Content">The JSON value; undefined for a frame that was not JSON.</param>
public sealed record RecordingEntry(TimeSpan At, RecordingKind Kind, JsValue Content)
{
    /// <value>The text of a frame that was not JSON, or its start; null for every other entry.</value>
    public string? Text { get; init; }

    /// <summary>A frame, as a feed brought it.</summary>
    public static RecordingEntry OfFrame(TimeSpan at, FeedFrame frame) => frame.IsReadable
        ? new RecordingEntry(at, RecordingKind.Frame, frame.Value)
        : new RecordingEntry(at, RecordingKind.Frame, JsValue.Undefined) { Text = frame.Text ?? "" };

    /// <summary>Reads a line.</summary>
    /// <param name="line">A JSON value.</param>
    /// <param name="entry">The entry; null when there is a problem.</param>
    /// <returns>Why it is no entry; null when it is one.</returns>
    public static string? TryRead(JsValue line, out RecordingEntry? entry)
    {
        entry = null;
        if (!line.IsObject)
        {
            return "this is no object";
        }

        if (line["at"] is not { Kind: JsKind.Number, Number: var at } || !(at >= 0 && at <= TimeSpan.MaxValue.TotalMilliseconds))
        {
            return "at is no number of milliseconds";
        }

        if (!TryKind(line["kind"].Text, out var kind))
        {
            return "kind is none of snapshot, frame, params and state";
        }

        if (!line.Object.Has("content") && !(kind == RecordingKind.Frame && line["text"].Text is not null))
        {
            return "there is no content";
        }

        entry = new RecordingEntry(TimeSpan.FromMilliseconds(at), kind, line["content"]) { Text = line.Object.Has("content") ? null : line["text"].Text };
        return null;
    }

    /// <summary>The line, without its end.</summary>
    public string ToLine() => JsonText.StringifyWhole(JsObject.Create(
        ("at", Math.Round(At.TotalMilliseconds)), ("kind", Name(Kind)), Text is { } text ? ("text", text) : ("content", Content)));

    /// <summary>The frame of an entry of that kind.</summary>
    public FeedFrame ToFrame() => Text is { } text ? FeedFrame.Unreadable with { Text = text } : new FeedFrame(Content);

    [SuppressMessage("Globalization", "CA1308", Justification = "The wire has small letters.")]
    private static string Name(RecordingKind kind) => kind.ToString().ToLowerInvariant();

    private static bool TryKind(string? name, out RecordingKind kind)
    {
        foreach (var known in Enum.GetValues<RecordingKind>())
        {
            if (Name(known) == name)
            {
                kind = known;
                return true;
            }
        }

        kind = default;
        return false;
    }
}

/// <summary>What a line of a recording is.</summary>
public enum RecordingKind
{
    /// <summary>What the data endpoint answered.</summary>
    Snapshot,

    /// <summary>One WebSocket frame.</summary>
    Frame,

    /// <summary>The parameters that were sent.</summary>
    Params,

    /// <summary>The state of the feed; in the first line what was recorded, see <see cref="RecordingHeader"/>.</summary>
    State,
}
