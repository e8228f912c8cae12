namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>What frames have done, added up.</summary>
/// <param name="Frames">Frames, whatever was in them.</param>
/// <param name="Rows">Row objects that were looked at; of a frame that was lost none are.</param>
/// <param name="Cells">Cells with another value.</param>
/// <param name="IgnoredFields">Fields that did not reach the row that was found for them.</param>
/// <param name="UnknownRows">Row objects whose id no row has.</param>
/// <param name="NotRows">What was no object in the place of a row.</param>
/// <param name="LostFrames">Frames that were lost whole: not JSON, or with a null.</param>
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
