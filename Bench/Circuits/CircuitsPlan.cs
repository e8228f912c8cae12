namespace LiveGridStudio.Bench.Circuits;

/// <summary>One measurement of pages.</summary>
/// <param name="Name">Of the load.</param>
/// <param name="Address">Of the page, from the host's root.</param>
/// <param name="Symbols">Rows of the widget.</param>
/// <param name="Hertz">Ticks per second of each.</param>
/// <param name="RowsInView">Rows that a page has room for.</param>
/// <param name="Pages">Open pages, each with a circuit.</param>
internal sealed record CircuitsPlan(string Name, string Address, int Symbols, double Hertz, int RowsInView, int Pages)
{
    /// <summary>The default widget at the default pace: a tick of each symbol every 650 ms.</summary>
    public static CircuitsPlan Small(int pages) => new("studio, 5 rows x 1.54 Hz", "/", 5, 1 / 0.65, 8, pages);

    /// <summary>The same widget without the studio around it.</summary>
    public static CircuitsPlan Bare(int pages) => new("bare preview, 5 rows x 1.54 Hz", "/preview/live_grid", 5, 1 / 0.65, 8, pages);

    /// <summary>As many rows as a tall card shows, of 200.</summary>
    public static CircuitsPlan Large(int pages) => new("studio, 200 rows x 5 Hz", "/", 200, 5, 25, pages);
}
