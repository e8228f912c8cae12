using System.Globalization;

namespace LiveGridStudio.Bench.Paint;

/// <summary>The number of rows, their rate of change and the duration.</summary>
/// <param name="Rows">Rows of the grid; each of them changes.</param>
/// <param name="Hertz">Changes per second of each row.</param>
/// <param name="WarmUp">Traffic before the measurement, in which runtime and browser compile what is hot.</param>
/// <param name="Measured">Traffic that counts.</param>
internal sealed record PaintPlan(int Rows, int Hertz, TimeSpan WarmUp, TimeSpan Measured)
{
    /// <value>The name in the tables: <c>50 x 10</c>.</value>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Rows} x {Hertz}");
}
