namespace LiveGridStudio.Bench.Paint;

/// <summary>A page to measure, and the selectors of its painted values.</summary>
/// <param name="Name">The name in the tables.</param>
/// <param name="Address">The page.</param>
/// <param name="Grid">Selects the grid.</param>
/// <param name="Viewport">Selects the element in which the rows scroll.</param>
/// <param name="Cell">Selects the cells with the time of sending.</param>
/// <param name="Value">Selects the value in such a cell.</param>
internal sealed record PaintTarget(string Name, Uri Address, string Grid, string Viewport, string Cell, string Value)
{
    public static PaintTarget Studio(Uri host, Uri backend) => new(
        "studio",
        new Uri(host, $"/preview?backend={Uri.EscapeDataString(backend.ToString())}&widget=paint&theme=dark"),
        ".live-grid",
        ".live-grid",
        "[role=gridcell][data-field=sent]",
        ".lg-text");

    public static PaintTarget AgGrid(Uri backend) => new(
        "AG Grid", new Uri(backend, "/ag-grid"), "#grid", ".ag-body-viewport", ".ag-cell[col-id=sent]", ".ag-value-change-value");
}
