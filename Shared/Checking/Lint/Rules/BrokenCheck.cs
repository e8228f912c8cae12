using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Checking.Validation.Rules;
using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG022: a document on which Workspace's own check throws, so that its user gets no message.</summary>
internal static class BrokenCheck
{
    private const string Consequence = "Workspace's own check breaks on it, and the backend does not connect.";

    private static readonly Finding Unlisted = Report(null, "", "", "");

    /// <param name="document">The document.</param>
    /// <param name="verdict">Workspace's verdict on the document.</param>
    /// <param name="log">Receives the findings.</param>
    public static void OfWidgets(JsValue document, ValidationReport verdict, LintLog log)
    {
        if (document.IsNullish || document.Text is { Length: > 0 })
        {
            log.Add(Report(
                null,
                "",
                $"The document is {ValueWords.Of(document)}. {Consequence}",
                "Answer with an object of widget id to widget; {} is fine."));
        }
        else if (verdict.Failure == ValidationFailure.Exception)
        {
            foreach (var (id, entry) in JsEntries.Of(document))
            {
                OfEntry(id, entry, log);
            }
        }

        // Workspace refuses a list or a single widget for its shape, and reports it.
    }

    public static void OfApp(JsValue app, LintLog log)
    {
        if (GroupRules.FindBreak(app) is { } group && IsClean(app))
        {
            log.Add(Report(
                null,
                $"groups.{group}.widgetIds",
                "The group has no widgetIds, while another one has some and a layout item has no groups of its own. "
                + Consequence,
                "Give every group its widgetIds, or every layout item its groups."));
        }
    }

    private static bool IsClean(JsValue app)
    {
        var check = new SchemaCheck(0);
        AppRules.App.Run(app, check);
        return check.Count == 0;
    }

    private static void OfEntry(string id, JsValue entry, LintLog log)
    {
        if (!entry.IsObject && !entry.IsList)
        {
            log.Add(!log.HasRoom ? Unlisted : Report(
                id,
                "",
                $"The entry {ValueWords.Quote(id)} is {ValueWords.Of(entry)}, not a widget. {Consequence}",
                $"Take {ValueWords.Quote(id)} out of widgets.json: every entry at its top level has to be a widget."));
            return;
        }

        var columns = entry["data"]["table"]["columnsDefs"].Elements;
        for (var i = 0; i < columns.Length; i++)
        {
            var names = columns[i]["renderFn"].Elements;
            for (var j = 0; j < names.Length; j++)
            {
                if (!names[j].IsText && !names[j].IsNullish)
                {
                    log.Add(!log.HasRoom ? Unlisted : Report(
                        id,
                        $"{LintColumn.ListPath}.{i}.renderFn.{j}",
                        $"The list has {ValueWords.Of(names[j])} in it, not a name. {Consequence}",
                        "Keep only names of render functions in the list."));
                }
            }
        }
    }

    private static Finding Report(string? widgetId, string path, string message, string fix) => new()
    {
        Rule = "LG022",
        Severity = FindingSeverity.Error,
        WidgetId = widgetId,
        Path = path,
        Message = message,
        Fix = fix,
    };
}
