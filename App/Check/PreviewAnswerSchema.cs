using System.Text.Json.Nodes;

namespace LiveGridStudio.App.Check;

/// <summary>Describes the answer of <c>/api/preview</c> in <c>openapi.json</c>; the grid writes it.</summary>
internal sealed record PreviewAnswerSchema(
    IReadOnlyList<PreviewAnswerSchema.Column> Columns,
    IReadOnlyList<PreviewAnswerSchema.Row> Rows,
    PreviewAnswerSchema.CountsSchema Counts,
    IReadOnlyList<LintSchema> Lints,
    PreviewAnswerSchema.TotalsSchema Totals)
{
    internal sealed record Column(
        string Field, string HeaderName, bool Numeric, bool Hide, string? Pinned, double? Width, string Align);

    internal sealed record Row(string Id, JsonObject Data, IReadOnlyDictionary<string, Cell> Cells);

    internal sealed record Cell(
        string? Text, string? Title, string? Color, string? BackgroundColor, string Align, string? Arrow, double? Delta,
        bool Highlighted, bool? Checkbox);

    internal sealed record CountsSchema(int Updated, int Ignored, int Appended);

    /// <summary>Number of lints; at most 1000 are listed.</summary>
    internal sealed record TotalsSchema(int Lints);
}
