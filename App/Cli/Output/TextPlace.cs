namespace LiveGridStudio.App.Cli.Output;

/// <summary>A place in a text that an editor can jump to.</summary>
/// <param name="Source">The file as the user wrote it, or the address.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">In letters, from 1.</param>
internal readonly record struct TextPlace(string Source, long Line, long Column)
{
    /// <summary><c>path/to/widgets.json(12,15)</c></summary>
    public override string ToString() => $"{Source}({Line},{Column})";
}
