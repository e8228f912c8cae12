using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.App.Studio.Messages;

/// <summary>The effect of a frame on one cell, or on a row without a cell to list, in one line.</summary>
/// <param name="RowId">The row; null when the message names none.</param>
/// <param name="IsFirst">Whether it is the first line of its row.</param>
/// <param name="Field">The cell's field; null for a whole row.</param>
/// <param name="Text">What happened: <c>619.34 → 620.89</c>.</param>
/// <param name="Effect">The direction as a sign and a word; null when the text is complete.</param>
internal readonly record struct MessageLine(string? RowId, bool IsFirst, string? Field, string Text, string? Effect)
{
    /// <summary>The most lines of one frame; further ones are counted.</summary>
    public const int MaxLines = 24;

    /// <value>Whether no cell was changed.</value>
    public bool IsQuiet => Effect is null;

    /// <param name="frame">The frame.</param>
    /// <param name="omitted">Number of cells and rows without a line.</param>
    public static IReadOnlyList<MessageLine> Of(LoggedFrame frame, out int omitted)
    {
        var lines = new List<MessageLine>();
        omitted = frame.OmittedRows;
        foreach (var row in frame.Rows)
        {
            var before = lines.Count;
            foreach (var line in Of(row))
            {
                if (lines.Count < MaxLines)
                {
                    lines.Add(line with { IsFirst = lines.Count == before });
                }
                else
                {
                    omitted++;
                }
            }

            omitted += row.OmittedFields;
        }

        return lines;
    }

    private static IEnumerable<MessageLine> Of(LoggedRow row)
    {
        foreach (var change in row.Changes)
        {
            yield return new(row.RowId, false, change.Field, $"{change.Old ?? "not there"} → {change.New}", EffectOf(change.Direction));
        }

        foreach (var field in row.Ignored)
        {
            yield return new(row.RowId, false, field.Field, $"ignored: {MessageWords.Of(field.Reason)}", null);
        }

        if (row.Changes.Count + row.Ignored.Count == 0)
        {
            yield return new(null, false, null, MessageWords.Of(row), null);
        }
    }

    private static string EffectOf(ChangeDirection direction) => direction switch
    {
        ChangeDirection.Up => "↑ up",
        ChangeDirection.Down => "↓ down",
        _ => "changed",
    };
}
