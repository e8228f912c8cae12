namespace LiveGridStudio.Bench.Circuits;

/// <summary>One measurement of pages.</summary>
/// <param name="Name">Of the load.</param>
/// <param name="Symbols">Rows of the widget.</param>
/// <param name="Hertz">Ticks per second of each.</param>
/// <param name="RowsInView">Rows that a page has room for.</param>
/// <param name="Pages">Open studio pages, each with a circuit.</param>
internal sealed record CircuitsPlan(string Name, int Symbols, double Hertz, int RowsInView, int Pages)
{
    public const string Address = "/";

    /// <summary>The widget out of the box, at the pace out of the box: a tick of each symbol every 650 ms.</summary>
    public static CircuitsPlan Small(int pages) => new("5 rows x 1.54 Hz", 5, 1 / 0.65, 8, pages);

    /// <summary>As many rows as stand in a tall card, out of 200.</summary>
    public static CircuitsPlan Large(int pages) => new("200 rows x 5 Hz", 200, 5, 25, pages);
}
