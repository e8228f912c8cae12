namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>Selects frames of a log.</summary>
/// <param name="Text">Part of the raw text or of a row id, in any case; empty for all.</param>
/// <param name="Effects">A frame must have one of these; <see cref="FrameEffects.None"/> for all.</param>
public sealed record FrameFilter(string Text = "", FrameEffects Effects = FrameEffects.None)
{
    public static FrameFilter All { get; } = new();

    public bool Matches(LoggedFrame frame)
    {
        if (Effects != FrameEffects.None && (frame.Effects & Effects) == FrameEffects.None)
        {
            return false;
        }

        return Text.Length == 0
            || frame.Text.Contains(Text, StringComparison.OrdinalIgnoreCase)
            || frame.Rows.Any(row => row.RowId?.Contains(Text, StringComparison.OrdinalIgnoreCase) == true);
    }
}
