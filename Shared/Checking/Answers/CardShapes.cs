using System.Globalization;
using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Answers;

/// <summary>The answers of metrics and news feeds.</summary>
internal static class CardShapes
{
    public static AnswerShape OfMetric(JsValue answer)
    {
        if (!answer.IsObject && !answer.IsList)
        {
            return AnswerShape.Wrong(
                $"The answer is {ValueWords.Of(answer)}: Workspace shows no figure.", "Send {\"label\": ..., \"value\": ...}, or a list of such objects.");
        }

        IReadOnlyList<JsValue> blocks = answer.IsList ? answer.List : [answer];
        if (blocks.Count == 0)
        {
            return AnswerShape.Odd("The list of figures is empty: Workspace says that it found no data.", "Send at least one figure.");
        }

        return blocks.FirstOrDefault(static block => block["value"].IsObject || block["label"].IsObject || block["delta"].IsObject) is { IsObject: true }
            ? AnswerShape.Wrong("A label, value or delta is an object: the card fails.", "Send texts and numbers.")
            : blocks.All(static block => block["value"].IsNullish && block["label"].IsNullish)
                ? AnswerShape.Wrong(
                    "No part of the answer has a label or a value: Workspace shows blank blocks.",
                    "Send {\"label\": ..., \"value\": ...}; where they are deeper in the answer, set data.dataKey.")
                : AnswerShape.Fine(blocks.Count == 1 ? "1 figure" : $"{blocks.Count} figures");
    }

    public static AnswerShape OfNews(JsValue answer)
    {
        if (!answer.IsList)
        {
            return AnswerShape.Wrong(
                $"The answer is {ValueWords.Of(answer)}, not a list of articles: the card fails.",
                "Send a list; where it is deeper in the answer, set data.dataKey.");
        }

        var list = answer.List;
        if (list.Count == 0)
        {
            return AnswerShape.Odd("The list of articles is empty: the card is blank.", "Send articles for the values that it starts with.");
        }

        var undated = list.Count(static article => !HasDate(article["date"]));
        var untitled = list.Count(static article => article["title"].IsNullish);
        return list.Any(static article => !article.IsObject)
                ? AnswerShape.Wrong("An article is no object: the card fails.", "Send objects with title, date, author, excerpt and body.")
            : undated > 0
                ? AnswerShape.Wrong(
                    $"{undated} of {list.Count} articles have no date that can be read: one is enough for the whole card to fail.",
                    "Send date as an ISO text such as 2024-01-15T10:00:00Z, or in milliseconds.")
            : untitled > 0
                ? AnswerShape.Odd($"{untitled} of {list.Count} articles have no title: searching then breaks the card.", "Send a title with each.")
            : AnswerShape.Fine(list.Count == 1 ? "1 article" : $"{list.Count} articles");
    }

    /// <summary>A number is milliseconds, and null is 1970; a text must be a date.</summary>
    private static bool HasDate(JsValue date) => date.IsNumber || date.IsNull
        || (date.Text is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _));
}
