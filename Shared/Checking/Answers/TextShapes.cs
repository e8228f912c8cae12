using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Checking.Answers;

/// <summary>The answers of widgets that show a text: markdown, a page, a video's address.</summary>
internal static class TextShapes
{
    private static readonly string[] Videos = ["youtu.be/", "youtube.com/watch?v=", "youtube.com/embed/"];

    public static AnswerShape OfMarkdown(WidgetDefinition widget, EndpointAnswer answer)
    {
        var isRaw = widget.Endpoint?.EndsWith(".md", StringComparison.OrdinalIgnoreCase) == true;
        if (isRaw || answer.NotJson is not null)
        {
            return OfText(answer.Text);
        }

        var value = WidgetRows.In(answer.Json, widget);
        return value.Text is { } text ? OfText(text)
            : value.IsNull || value == false || value == 0 ? Empty("markdown")
            : AnswerShape.Wrong(
                $"The answer is {ValueWords.Of(value)}: the card is blank, because only a text is shown.",
                "Send a text; where it is deeper in the answer, set data.dataKey.");
    }

    public static AnswerShape OfHtml(EndpointAnswer answer)
    {
        var text = answer.Text;
        return string.IsNullOrWhiteSpace(text) ? Empty("page")
            : answer.NotJson is null && !answer.IsPage
                ? AnswerShape.Wrong("The answer is JSON: Workspace shows its source.", "Send the page itself as text/html.")
                : AnswerShape.Fine($"a page of {text.Length} letters");
    }

    public static AnswerShape OfYoutube(EndpointAnswer answer)
    {
        var text = answer.Text.Trim();
        return text.Length == 0 ? AnswerShape.Wrong("The answer is empty: Workspace says that no address came.", "Send the video's address as text/plain.")
            : text.StartsWith('"') ? AnswerShape.Wrong("The answer is a JSON text: its quotes make the address unreadable.", "Send the address as text/plain.")
            : Videos.Any(video => text.Contains(video, StringComparison.OrdinalIgnoreCase)) ? AnswerShape.Fine("a video's address")
            : AnswerShape.Wrong("The answer is no address of a video: the player stays empty.", "Send youtube.com/watch?v=... or youtu.be/...");
    }

    private static AnswerShape OfText(string text) =>
        string.IsNullOrWhiteSpace(text) ? Empty("markdown") : AnswerShape.Fine($"a text of {text.Length} letters");

    private static AnswerShape Empty(string what) =>
        AnswerShape.Odd("The answer is empty: Workspace says that it found no data.", $"Send the {what}.");
}
