using LiveGridStudio.Shared.Grid;
using LiveGridStudio.Shared.Grid.Lint;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets.Lint;

namespace LiveGridStudio.App.Check;

/// <summary>A headless preview with its lints: those of the definition, then those of rows and messages.</summary>
internal static class PreviewCheck
{
    public static PreviewResult Run(JsValue request) =>
        HeadlessPreview.Run(request, static read => [.. Lint(read).Select(CheckJson.OfLint)]);

    public static IReadOnlyList<LintFinding> Lint(PreviewRequest request) =>
    [
        .. WidgetLinter.Lint(request.Widget),
        .. FeedLinter.Lint(request.Widget, request.Rows, request.Messages),
    ];
}
