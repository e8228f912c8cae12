namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>The effects of all frames, added up.</summary>
/// <param name="Frames">All frames, readable or not.</param>
/// <param name="Rows">Row objects that were processed; none of a frame that was lost.</param>
/// <param name="Cells">Cells whose value changed.</param>
/// <param name="IgnoredFields">Fields that did not update the row that was found for them.</param>
/// <param name="UnknownRows">Row objects with an unknown row id.</param>
/// <param name="NotRows">Values in the place of a row that are not objects.</param>
/// <param name="LostFrames">Frames that were lost as a whole: not JSON, or with a null.</param>
public readonly record struct FrameTotals(
    long Frames, long Rows, long Cells, long IgnoredFields, long UnknownRows, long NotRows, long LostFrames)
{
    public static FrameTotals operator +(FrameTotals left, FrameTotals right) => new(
        left.Frames + right.Frames,
        left.Rows + right.Rows,
        left.Cells + right.Cells,
        left.IgnoredFields + right.IgnoredFields,
        left.UnknownRows + right.UnknownRows,
        left.NotRows + right.NotRows,
        left.LostFrames + right.LostFrames);

    public FrameTotals Add(FrameTotals other) => this + other;
}
