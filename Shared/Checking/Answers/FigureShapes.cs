using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Checking.Answers;

/// <summary>The answers of charts.</summary>
internal static class FigureShapes
{
    private const string SendFigure = "Send the figure as an object: {\"data\": [...], \"layout\": {...}}.";

    public static AnswerShape OfPlotly(WidgetDefinition widget, JsValue answer)
    {
        var hasKey = WidgetRows.KeyOf(widget) is not null;
        var figure = hasKey ? WidgetRows.In(answer, widget)
            : answer["results"].IsUndefined ? answer
            : answer["results"];
        if (figure.Text is { Length: > 0 } text)
        {
            return AnswerShape.Wrong(
                text.TrimStart().StartsWith('{') ? "The figure is a text that holds JSON: the card is blank." : "The answer is a text: the card is blank.",
                SendFigure + " With Plotly for Python: json.loads(figure.to_json()).");
        }

        if (!figure.IsObject || figure["data"].List is not { Count: > 0 } traces)
        {
            return AnswerShape.Wrong(
                figure.IsObject ? "The answer has no data, or it is empty: the card is blank." : $"The answer is {ValueWords.Of(figure)}: Workspace draws no chart.",
                SendFigure);
        }

        return traces.Any(static trace => trace.IsNull) ? AnswerShape.Wrong("A trace is null: the card is blank.", "Send objects alone in data.")
            : traces.Any(static trace => trace["type"].Text == "candlestick" && trace["x"].IsNullish)
                ? AnswerShape.Wrong("A candlestick trace has no x: the card is blank.", "Send x with the times of the candles.")
            : AnswerShape.Fine(traces.Count == 1 ? "a figure of 1 trace" : $"a figure of {traces.Count} traces");
    }

    public static AnswerShape OfHighcharts(JsValue answer) => answer["userOptions"].IsObject
        ? AnswerShape.Fine("a chart with its userOptions")
        : AnswerShape.Wrong("The answer has no userOptions: the card is blank.", "Send {\"userOptions\": {...}, \"constructorType\": \"chart\"}.");

    public static AnswerShape OfVega(JsValue answer) => answer.IsObject
        ? AnswerShape.Fine("a chart specification")
        : AnswerShape.Wrong($"The answer is {ValueWords.Of(answer)}: Workspace draws no chart.", "Send the specification as an object.");
}
