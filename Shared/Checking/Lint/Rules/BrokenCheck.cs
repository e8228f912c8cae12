using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Checking.Validation.Rules;
using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG022: a document on which Workspace's own check throws, so that its user gets no message.</summary>
internal static class BrokenCheck
{
    private const string Consequence = "Workspace's own check breaks on it, and the backend does not connect.";

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
            OfEntries(document, log);
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

    /// <summary>One finding for all entries that are no widgets, and one for all lists with other things than names.</summary>
    private static void OfEntries(JsValue document, LintLog log)
    {
        var (entries, lists) = (new Places(), new Places());
        foreach (var (id, entry) in JsEntries.Of(document))
        {
            if (!entry.IsObject && !entry.IsList)
            {
                entries.Add(id, "", entry);
                continue;
            }

            var columns = entry["data"]["table"]["columnsDefs"].Elements;
            for (var i = 0; i < columns.Length; i++)
            {
                var names = columns[i]["renderFn"].Elements;
                for (var j = 0; j < names.Length; j++)
                {
                    if (!names[j].IsText && !names[j].IsNullish)
                    {
                        lists.Add(id, $"{LintColumn.ListPath}.{i}.renderFn.{j}", names[j]);
                    }
                }
            }
        }

        if (entries.First is var (id0, _, value))
        {
            log.Add(Report(
                id0,
                "",
                $"The entry {ValueWords.Quote(id0)} is {ValueWords.Of(value)}, not a widget{entries.More}. {Consequence}",
                "Take out of widgets.json what is no widget: every entry at its top level has to be one."));
        }

        if (lists.First is var (id1, path, name))
        {
            log.Add(Report(
                id1,
                path,
                $"The list has {ValueWords.Of(name)} in it, not a name{lists.More}. {Consequence}",
                "Keep only names of render functions in the list."));
        }
    }

    /// <summary>Counts places, and names the first of them.</summary>
    private sealed class Places
    {
        private const int MostNamed = 3;
        private readonly List<string> _named = [];
        private int _count;

        public (string Id, string Path, JsValue Value)? First { get; private set; }

        public string More => _count <= 1 ? "" : $"; so are {_count - 1} more ({string.Join(", ", _named)}{(_count - 1 > _named.Count ? ", ..." : "")})";

        public void Add(string id, string path, JsValue value)
        {
            _count++;
            if (First is null)
            {
                First = (id, path, value);
            }
            else if (_named.Count < MostNamed)
            {
                _named.Add(Ellipsis.Of(path.Length == 0 ? id : $"{id} {path}", 100));
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
