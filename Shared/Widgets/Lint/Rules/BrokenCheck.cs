using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets.Validation;
using LiveGridStudio.Shared.Widgets.Validation.Rules;
using LiveGridStudio.Shared.Widgets.Validation.Schemas;

namespace LiveGridStudio.Shared.Widgets.Lint.Rules;

/// <summary>LG022: a document on which Workspace's own check breaks, and its user is told nothing.</summary>
internal static class BrokenCheck
{
    private const string Consequence = "Workspace's own check breaks on it, and the backend does not connect.";

    public static IEnumerable<LintFinding> OfWidgets(JsValue document)
    {
        if (document.IsNullish || document.Text is { Length: > 0 })
        {
            return
            [
                Report(
                    null,
                    "",
                    $"The document is {ValueWords.Of(document)}. {Consequence}",
                    "Answer with an object of widget id to widget; {} is fine."),
            ];
        }

        // A list or a bare widget is refused for its shape, and Workspace says so.
        return WidgetsValidator.Validate(document).Failure != ValidationFailure.Exception ? [] : JsEntries.Of(document).SelectMany(static entry => OfEntry(entry.Key, entry.Value));
    }

    public static IEnumerable<LintFinding> OfApp(JsValue app)
    {
        var check = new SchemaCheck();
        AppRules.App.Run(app, check);
        if (check.Count == 0 && GroupRules.FindBreak(app) is { } group)
        {
            yield return Report(
                null,
                $"groups.{group}.widgetIds",
                "The group has no widgetIds, while another one has some and a layout item has no groups of its own. "
                + Consequence,
                "Give every group its widgetIds, or every layout item its groups.");
        }
    }

    private static IEnumerable<LintFinding> OfEntry(string id, JsValue entry)
    {
        if (!entry.IsObject && !entry.IsList)
        {
            yield return Report(
                id,
                "",
                $"The entry {ValueWords.Quote(id)} is {ValueWords.Of(entry)}, not a widget. {Consequence}",
                $"Take {ValueWords.Quote(id)} out of widgets.json: every entry at its top level has to be a widget.");
            yield break;
        }

        var columns = entry["data"]["table"]["columnsDefs"].List;
        for (var i = 0; i < columns.Count; i++)
        {
            var names = columns[i]["renderFn"].List;
            for (var j = 0; j < names.Count; j++)
            {
                if (!names[j].IsText && !names[j].IsNullish)
                {
                    yield return Report(
                        id,
                        $"{LintColumn.ListPath}.{i}.renderFn.{j}",
                        $"The list has {ValueWords.Of(names[j])} in it, not a name. {Consequence}",
                        "Keep only names of render functions in the list.");
                }
            }
        }
    }

    private static LintFinding Report(string? widgetId, string path, string message, string fix) => new()
    {
        RuleId = "LG022",
        Severity = LintSeverity.Error,
        WidgetId = widgetId,
        Path = path,
        Message = message,
        Fix = fix,
    };
}
