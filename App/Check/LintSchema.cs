namespace LiveGridStudio.App.Check;

/// <summary>
/// Describes a lint in <c>openapi.json</c>. A widget's has <c>widgetId</c>, an app's has <c>index</c> and <c>template</c>.
/// </summary>
internal sealed record LintSchema(string Rule, string Severity, string Path, string Message, string Fix)
{
    public string? WidgetId { get; init; }

    public int? Index { get; init; }

    public string? Template { get; init; }
}
