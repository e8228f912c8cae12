using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Checking.Answers;

/// <summary>Whether an answer has the rows of a table or a live grid: a list of objects, or one object.</summary>
public static class RowsShape
{
    private static readonly string[] ErrorKeys = ["detail", "error", "message"];

    /// <param name="widget">A live grid or a table.</param>
    /// <param name="rows">The answer, or the part of it that <see cref="WidgetRows.In"/> finds.</param>
    public static AnswerShape Of(WidgetDefinition widget, JsValue rows)
    {
        ArgumentNullException.ThrowIfNull(widget);
        return rows switch
        {
            { IsList: true } => OfList(rows),
            { IsObject: true } => OfObject(widget, rows),
            _ => AnswerShape.Wrong(
                $"The answer is {ValueWords.Of(rows)}, and there is no row in it: Workspace shows none.", "Send a list of row objects."),
        };
    }

    private static AnswerShape OfList(JsValue rows)
    {
        var list = rows.List;
        if (list.Count == 0)
        {
            return AnswerShape.Odd("The list of rows is empty: Workspace says that it found no data.", "Send rows for the values that it starts with.");
        }

        var odd = list.Count(static row => !row.IsObject);
        return odd == 0 ? AnswerShape.Fine($"{Plural(list.Count, "row")}, {Plural(list[0].Object.Count, "field")} in the first")
            : odd == list.Count || list[0].IsNull
                ? AnswerShape.Wrong(
                    $"The answer is a list of {odd} values that are no objects, the first {ValueWords.Of(list.First(static row => !row.IsObject))}: there is no row in it.",
                    "Send a list of row objects, each with the fields of the columns.")
            : AnswerShape.Odd($"{odd} of {list.Count} rows are no objects: they have no fields.", "Send objects alone.");
    }

    private static AnswerShape OfObject(WidgetDefinition widget, JsValue answer)
    {
        if (HasColumn(widget, answer))
        {
            return AnswerShape.Fine("1 row: one object counts as a list of one");
        }

        if (WidgetRows.KeyOf(widget) is { } key && DataPath.Find(answer, key).IsUndefined)
        {
            return AnswerShape.Wrong(
                $"The answer has no {ValueWords.Quote(key)}, which data.dataKey names, so the whole answer counts as one row.",
                $"Send the rows under {ValueWords.Quote(key)}, or set data.dataKey to where they are.");
        }

        if (answer.Object.FirstOrDefault(static part => part.Value.List.Any(static row => row.IsObject)) is { Key: { } place })
        {
            var name = ValueWords.Quote(place);
            return AnswerShape.Wrong(
                $"The answer is an object, and its rows are under {name}: Workspace shows the object itself as one row.",
                widget.IsLiveGrid ? "Send the list itself: a live grid reads no data.dataKey." : $"Send the list itself, or set data.dataKey to {name}.");
        }

        return ErrorKeys.FirstOrDefault(name => !answer[name].IsUndefined) is { } said
            ? AnswerShape.Wrong(
                $"The answer is an error object ({ValueWords.Quote(said)}: {ValueWords.Of(answer[said])}) with a status of success: Workspace shows it as a row.",
                "Answer an error with a status of 400 or above; Workspace then shows its text.")
            : widget.Table.Columns.Count > 0
                ? AnswerShape.Wrong(
                    "The answer is an object without a field of the declared columns: Workspace shows an empty row.",
                    "Send a list of row objects with the fields of columnsDefs.")
                : AnswerShape.Fine("1 row: one object counts as a list of one");
    }

    private static bool HasColumn(WidgetDefinition widget, JsValue row) =>
        widget.Table.Columns.Any(column => column.Field is { } field && !row[field].IsUndefined);

    private static string Plural(int count, string word) => $"{count} {word}{(count == 1 ? "" : "s")}";
}
