using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>Converts a frame and its outcomes to the entry of a log, within the log's limits.</summary>
internal static class FrameWriter
{
    private const int ObjectBytes = 64;

    /// <param name="number">The frame's number in the log.</param>
    /// <param name="receivedAt">Arrival time of the frame.</param>
    /// <param name="rawText">The text as received; null to write the value as JSON.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="outcomes">Its outcomes: one per row, or one for the whole frame.</param>
    /// <param name="idColumns">The row id columns; they are never listed as ignored.</param>
    public static LoggedFrame Write(
        long number,
        DateTimeOffset receivedAt,
        string? rawText,
        FeedFrame frame,
        IReadOnlyList<MessageOutcome> outcomes,
        IReadOnlyList<string> idColumns)
    {
        var text = rawText ?? (frame.IsReadable ? JsonText.Stringify(frame.Value) : "");
        var kept = ShortText.Cut(text, FrameLog.MaxTextLength);
        var bytes = ObjectBytes + (2 * kept.Length);
        var rowBytes = 0;
        var rows = new List<LoggedRow>(Math.Min(outcomes.Count, 8));
        var effects = FrameEffects.None;
        var counts = new FrameTotals(1, 0, 0, 0, 0, 0, 0);
        for (var i = 0; i < outcomes.Count; i++)
        {
            var outcome = outcomes[i];
            var ignored = outcome.Ignored.Count == 0 ? [] : outcome.Ignored.Where(field => !idColumns.Contains(field.Field)).ToArray();
            var effect = EffectOf(outcome, ignored);
            effects |= effect;
            counts += CountsOf(outcome, ignored.Length);
            if (rowBytes < FrameLog.MaxRowBytes)
            {
                var row = RowOf(outcome, ignored, frame.Value, i);
                rowBytes += BytesOf(row);
                rows.Add(row);
            }
        }

        return new LoggedFrame(number, receivedAt, kept)
        {
            OmittedCharacters = text.Length - kept.Length + (rawText is null ? 0 : frame.OmittedCharacters),
            Rows = rows,
            OmittedRows = outcomes.Count - rows.Count,
            Effects = effects,
            Counts = counts,
            Bytes = bytes + rowBytes,
        };
    }

    private static FrameEffects EffectOf(MessageOutcome outcome, IgnoredField[] ignored) => outcome.Kind switch
    {
        OutcomeKind.Updated => (outcome.Changes.Count > 0 ? FrameEffects.Changed : FrameEffects.Unchanged)
            | (ignored.Any(static field => field.Reason == IgnoreReason.NotLive) ? FrameEffects.FrozenFields : FrameEffects.None)
            | (ignored.Any(static field => field.Reason != IgnoreReason.NotLive) ? FrameEffects.IgnoredFields : FrameEffects.None),
        OutcomeKind.Appended => FrameEffects.Appended,
        OutcomeKind.UnknownRow => FrameEffects.UnknownRows,
        OutcomeKind.NotARow => FrameEffects.NotRows,
        OutcomeKind.LostFrame => FrameEffects.Lost,
        _ => FrameEffects.NotJson,
    };

    private static FrameTotals CountsOf(MessageOutcome outcome, int ignored) => outcome.Kind switch
    {
        OutcomeKind.Updated => new FrameTotals(0, 1, outcome.Changes.Count, ignored, 0, 0, 0),
        OutcomeKind.Appended => new FrameTotals(0, 1, 0, 0, 0, 0, 0),
        OutcomeKind.UnknownRow => new FrameTotals(0, 1, 0, 0, 1, 0, 0),
        OutcomeKind.NotARow => new FrameTotals(0, 0, 0, 0, 0, 1, 0),
        _ => new FrameTotals(0, 0, 0, 0, 0, 0, 1),
    };

    private static LoggedRow RowOf(MessageOutcome outcome, IgnoredField[] ignored, JsValue value, int index)
    {
        const int Name = FrameLog.MaxNameLength;
        var changes = outcome.Changes.Take(FrameLog.MaxFieldsPerRow)
            .Select(static change => new LoggedChange(
                ShortText.Clip(change.Field, Name),
                change.Old.IsUndefined ? null : ShortText.Of(change.Old, Name),
                ShortText.Of(change.New, Name),
                change.Direction))
            .ToArray();
        var left = ignored.Take(FrameLog.MaxFieldsPerRow - changes.Length)
            .Select(static field => field with { Field = ShortText.Clip(field.Field, Name) })
            .ToArray();
        return new LoggedRow(outcome.Kind)
        {
            RowId = outcome.RowId is { } id ? ShortText.Clip(id, Name) : null,
            OmittedRows = outcome.OmittedRows,
            Changes = changes,
            Ignored = left,
            OmittedFields = outcome.Changes.Count + ignored.Length - changes.Length - left.Length,
            Found = FoundAt(outcome.Kind, value, index),
        };
    }

    private static string? FoundAt(OutcomeKind kind, JsValue value, int index) => kind switch
    {
        OutcomeKind.NotARow => ShortText.KindOf(value.IsList ? value.List[index] : value),
        OutcomeKind.LostFrame => value.IsList ? "a null in the list" : "null",
        _ => null,
    };

    private static int BytesOf(LoggedRow row)
    {
        var characters = row.RowId?.Length ?? 0;
        foreach (var change in row.Changes)
        {
            characters += change.Field.Length + (change.Old?.Length ?? 0) + change.New.Length;
        }

        foreach (var field in row.Ignored)
        {
            characters += field.Field.Length;
        }

        return ObjectBytes + (ObjectBytes * (row.Changes.Count + row.Ignored.Count)) + (2 * characters);
    }
}
