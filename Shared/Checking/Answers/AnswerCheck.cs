using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Checking.Answers;

/// <summary>Chooses the shape that an answer must have by the widget's type.</summary>
public static class AnswerCheck
{
    /// <summary>Null for a type whose answer is not judged.</summary>
    public static AnswerShape? Of(WidgetDefinition widget, EndpointAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(widget);
        ArgumentNullException.ThrowIfNull(answer);
        return widget.Type switch
        {
            "markdown" => TextShapes.OfMarkdown(widget, answer),
            "html" => TextShapes.OfHtml(answer),
            "youtube" => TextShapes.OfYoutube(answer),
            "pdf" => FileShape.OfPdf(answer),
            "table" or WidgetDefinition.LiveGridType => OfJson(answer, value => RowsShape.Of(widget, WidgetRows.In(value, widget))),
            "metric" => OfJson(answer, value => CardShapes.OfMetric(WidgetRows.In(value, widget))),
            "newsfeed" => OfJson(answer, value => CardShapes.OfNews(WidgetRows.In(value, widget))),
            "chart" => OfJson(answer, value => FigureShapes.OfPlotly(widget, value)),
            "chart-highcharts" => OfJson(answer, FigureShapes.OfHighcharts),
            "chart-vegalite" or "vega-lite" => OfJson(answer, FigureShapes.OfVega),
            _ => null,
        };
    }

    private static AnswerShape OfJson(EndpointAnswer answer, Func<JsValue, AnswerShape> judge) => answer.NotJson is not { } problem
        ? judge(answer.Json)
        : AnswerShape.Wrong(
            $"The answer is not JSON: {problem}{(answer.IsPage ? " (it looks like a web page)" : "")}",
            "Send JSON, without NaN or Infinity, which JSON does not have.");
}
