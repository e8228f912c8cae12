namespace LiveGridStudio.App.Studio.Editor;

/// <summary>The single piece in which two texts differ.</summary>
/// <param name="Start">First character that differs.</param>
/// <param name="End">The position after the last character that differs, in the first text.</param>
/// <param name="Text">The piece of the second text.</param>
internal readonly record struct TextEdit(int Start, int End, string Text)
{
    public static TextEdit Between(string before, string after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        // An editor must never get half of a surrogate pair, nor of a line break.
        if (start > 0 && (char.IsHighSurrogate(before[start - 1]) || before[start - 1] == '\r'))
        {
            start--;
        }

        var most = Math.Min(before.Length, after.Length) - start;
        var tail = 0;
        while (tail < most && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }

        if (tail > 0 && (char.IsLowSurrogate(before[^tail]) || before[^tail] == '\n'))
        {
            tail--;
        }

        return new TextEdit(start, before.Length - tail, after[start..(after.Length - tail)]);
    }
}
