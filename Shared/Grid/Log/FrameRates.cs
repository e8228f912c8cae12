namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>Rates per second over the newest whole seconds, ten at most.</summary>
/// <param name="Frames">Frames per second.</param>
/// <param name="Rows">Row objects per second.</param>
/// <param name="IgnoredFields">Fields per second that did not update their row.</param>
/// <param name="UnknownRows">Row objects per second with an unknown row id.</param>
/// <param name="LostFrames">Frames per second that were lost as a whole.</param>
public readonly record struct FrameRates(double Frames, double Rows, double IgnoredFields, double UnknownRows, double LostFrames)
{
    internal static FrameRates Of(FrameTotals sum, int seconds) => new(
        (double)sum.Frames / seconds,
        (double)sum.Rows / seconds,
        (double)sum.IgnoredFields / seconds,
        (double)sum.UnknownRows / seconds,
        (double)sum.LostFrames / seconds);
}
