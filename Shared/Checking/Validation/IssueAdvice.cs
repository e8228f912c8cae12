using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation;

/// <summary>Says of the commonest refusals what to write.</summary>
internal static class IssueAdvice
{
    /// <summary>The most keys of an object among which a misspelt one is looked for.</summary>
    private const int MostKeys = 200;

    private static readonly Dictionary<string, string> ByKey = new(StringComparer.Ordinal)
    {
        ["name"] = "Write \"name\": \"Prices\", the title of the widget.",
        ["description"] = "Write \"description\": \"...\"; an empty text is fine.",
        ["endpoint"] = "Write \"endpoint\": \"prices\", the path of the rows on this backend.",
        ["field"] = "Write \"field\": \"price\", the key of the value in each row.",
        ["headerName"] = "Write \"headerName\": \"Price\", the title of the column.",
        ["paramName"] = "Write \"paramName\": \"symbol\", the name in the query.",
        ["label"] = "Write \"label\": \"Tesla\", the text of the option.",
        ["w"] = "Write \"gridData\": {\"w\": 20, \"h\": 9}, both numbers.",
        ["h"] = "Write \"gridData\": {\"w\": 20, \"h\": 9}, both numbers.",
        ["gridData"] = "Write \"gridData\": {\"w\": 20, \"h\": 9}.",
        ["staleTime"] = "Write a number of milliseconds, at least 1000, or false.",
        ["refetchInterval"] = "Write a number of milliseconds, at least 1000, or false.",
        ["wsRowIdColumn"] = "Write the name of the id column, or a list of names; leave the key out where there is none.",
        ["wsRowIdColumns"] = "Write a list of names, such as [\"symbol\", \"venue\"].",
        ["columnsDefs"] = "Write a list of columns: [{\"field\": \"price\", \"headerName\": \"Price\"}].",
        ["decimalPlaces"] = "Write a number from 0 to 6.",
        ["renderFn"] = "Write one of greenRed, titleCase, hoverCard, cellOnClick, columnColor, showCellChange, or a list of them.",
        ["formatterFn"] = "Write one of int, none, percent, normalized, normalizedPercent, dateToYear; for a currency use \"prefix\": \"$\".",
        ["color"] = "Write green, red, blue, or a colour such as #22c55e.",
        ["source"] = "Write a text, or a list of texts.",
        ["customFormatter"] = "Add \"customFormatter\": \"\", which changes nothing.",
        ["tabs"] = "Write \"tabs\": {\"main\": {\"id\": \"main\", \"name\": \"Main\", \"layout\": []}}.",
        ["id"] = "Write a text; the id of an app begins with \"custom-\".",
        ["i"] = "Write \"i\": \"...\", the key of a widget in widgets.json.",
        ["x"] = "Write the item's place and size in columns and rows: \"x\": 0, \"y\": 0, \"w\": 20, \"h\": 9.",
        ["y"] = "Write the item's place and size in columns and rows: \"x\": 0, \"y\": 0, \"w\": 20, \"h\": 9.",
    };

    /// <summary>One sentence; null when the message of the issue says it all.</summary>
    public static string? Of(ValidationIssue issue)
    {
        if (issue.Near is { } near)
        {
            return $"Write \"{near}\".";
        }

        var steps = issue.Path.Split('.');
        return steps.Reverse().FirstOrDefault(static step => !step.All(char.IsAsciiDigit)) is { } key
            && (key == steps[^1] || key is "renderFn" or "source" or "wsRowIdColumn" or "wsRowIdColumns") ? ByKey.GetValueOrDefault(key) : null;
    }

    /// <summary>A key beside the one that is missing that probably means it: <c>headername</c> for <c>headerName</c>; null for none.</summary>
    public static string? MisspeltKey(JsValue owner, string missing) => owner.IsObject && owner[missing].IsUndefined
        ? owner.Object.Take(MostKeys).Select(static member => member.Key).FirstOrDefault(key => NearWord.Of(key, [missing]) == missing)
        : null;
}
