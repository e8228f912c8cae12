using LiveGridStudio.Shared.Checking.Lint.Rules;
using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Checking.Validation.Rules;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>Lints whole documents: each widget of a <c>widgets.json</c>, each app of an <c>apps.json</c>. Never throws.</summary>
public static class DocumentLinter
{
    /// <summary>Findings about the document first, then those of each widget in the document's order.</summary>
    /// <param name="document">A <c>widgets.json</c>.</param>
    /// <param name="verdict">Workspace's verdict on the document, if known already.</param>
    /// <param name="off">Rules that are switched off; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static LintReport LintWidgets(
        JsValue document, ValidationReport? verdict = null, RuleSwitches? off = null, CancellationToken cancellationToken = default)
    {
        var log = new LintLog(off, cancellationToken);
        BrokenCheck.OfWidgets(document, verdict ?? WidgetsValidator.Validate(document, cancellationToken), log);
        var entries = document.Object;
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Value.IsObject)
            {
                WidgetLinter.Lint(WidgetDefinition.Read(entries[i].Key, entries[i].Value), log);
            }
        }

        return log.ToReport();
    }

    /// <summary>Findings of an <c>apps.json</c> beside its <c>widgets.json</c>: widgets that it places and that are not served.</summary>
    /// <param name="apps">An <c>apps.json</c>.</param>
    /// <param name="widgets">The <c>widgets.json</c> of the same backend.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static LintReport LintPlaced(JsValue apps, JsValue widgets, CancellationToken cancellationToken = default)
    {
        var log = new LintLog(cancellationToken: cancellationToken);
        foreach (var (index, app) in AppsDocument.Read(apps))
        {
            log.ThrowIfCancelled();
            var start = log.Listed;
            NotServed.Check(app, widgets, log);
            var template = AppsDocument.NameOf(app, AppsDocument.Nameless);
            log.Sort(start, finding => finding with { Index = index, Template = template });
        }

        return log.ToReport();
    }

    /// <summary>Findings of each app in the document's order. They have an index and a template, and no widget id.</summary>
    public static LintReport LintApps(JsValue document, RuleSwitches? off = null, CancellationToken cancellationToken = default)
    {
        var log = new LintLog(off, cancellationToken);
        foreach (var (index, app) in AppsDocument.Read(document))
        {
            log.ThrowIfCancelled();
            var start = log.Listed;
            BrokenCheck.OfApp(app, log);
            LayoutSize.Check(app, log);
            if (log.Listed > start)
            {
                var template = AppsDocument.NameOf(app, AppsDocument.Nameless);
                log.Sort(start, finding => finding with { Index = index, Template = template });
            }
        }

        return log.ToReport();
    }
}
