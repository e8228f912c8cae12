using System.Net;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.App.Doctor.Parts;

/// <summary>Whether <c>widgets.json</c> and <c>apps.json</c> can be read, and what the checker says of them.</summary>
internal static class DocumentsPart
{
    /// <summary>Reads one document.</summary>
    /// <param name="steps">Where the result goes.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="kind">Which document it is.</param>
    /// <param name="asked">The backend's answer.</param>
    /// <returns>Null when there is no such document that can be read.</returns>
    public static ReadDocument? Read(StepList steps, DoctorVisit visit, DocumentKind kind, DoctorAnswer asked)
    {
        var (name, id) = kind == DocumentKind.Widgets ? ("widgets.json", "documents.widgets") : ("apps.json", "documents.apps");
        if (kind == DocumentKind.Widgets && visit.Request.Widgets is { } given)
        {
            return Judge(steps, visit, kind, given.Name, given.Body, $"{given.Name} takes the place of the backend's widgets.json.");
        }

        if (asked.Answer is { } answer)
        {
            AddType(steps, name, answer);
            return Judge(steps, visit, kind, ConnectProblem.Name(answer.Address), answer.Body, $"{name} is served.", asked.Seen);
        }

        if (asked.Fault is BadStatusException { Status: HttpStatusCode.NotFound } && kind == DocumentKind.Apps)
        {
            steps.Ok(id, "There is no apps.json; it is optional.", "404");
        }
        else
        {
            steps.Add(
                id,
                kind == DocumentKind.Widgets ? DoctorStatus.Error : DoctorStatus.Warning,
                kind == DocumentKind.Widgets
                    ? $"There is no widgets.json, so Workspace refuses the backend. {asked.Fault!.Message}"
                    : $"apps.json cannot be read. {asked.Fault!.Message}",
                asked.Status is 401 or 403 ? "Give the credentials that the backend asks for." : $"Serve {name} at the backend's address.",
                asked.Seen);
        }

        return null;
    }

    private static ReadDocument? Judge(StepList steps, DoctorVisit visit, DocumentKind kind, string source, byte[] body, string message, string? seen = null)
    {
        var id = kind == DocumentKind.Widgets ? "documents.widgets" : "documents.apps";
        if (!JsonText.TryParse(body, new JsReadOptions { MaxValues = JsonAnswer.MaxValues }, out var value, out var error))
        {
            var page = body.AsSpan().TrimStart(" \t\r\n"u8).StartsWith("<"u8) ? " (it looks like a web page)" : "";
            steps.Fail(id, $"{source} is not JSON: {error}{page}", "Send JSON.", seen);
            return null;
        }

        steps.Ok(id, message, seen);
        var check = kind == DocumentKind.Widgets ? DocumentCheck.ByWidget(value).Without(visit.Request.Off) : DocumentCheck.Of(kind, value, visit.Request.Off);
        var (schema, lints) = kind == DocumentKind.Widgets ? ("documents.schema", "documents.lints") : ("documents.apps-schema", "documents.apps-lints");
        AddVerdict(steps, schema, check, kind);
        AddLints(steps, lints, check);
        return new ReadDocument(source, kind, value, check, JsonTextDocument.Of(body, value));
    }

    private static void AddVerdict(StepList steps, string id, DocumentCheck check, DocumentKind kind)
    {
        var what = kind == DocumentKind.Widgets ? "widgets.json" : "apps.json";
        if (check.Verdict.Valid)
        {
            var count = check.Document.IsObject ? check.Document.Object.Count : check.Document.List.Count;
            var unit = kind == DocumentKind.Widgets ? "widget" : "app";
            steps.Ok(id, $"Workspace accepts {what}.", $"{count} {unit}{(count == 1 ? "" : "s")}");
            return;
        }

        var first = check.Findings.FirstOrDefault(static finding => finding.Severity == FindingSeverity.Error);
        var place = first is null ? "" : string.Join(' ', new[] { first.WidgetId ?? first.Template, first.Path }.Where(static part => !string.IsNullOrEmpty(part)));
        steps.Fail(
            id,
            $"Workspace refuses {what}{(kind == DocumentKind.Widgets ? ", and with it the backend" : "")}: {(place.Length == 0 ? "" : Ellipsis.Of(place, 200) + ": ")}{first?.Message ?? check.Verdict.ErrorText}",
            first?.Fix ?? "The findings say what to change.",
            $"{check.CountOf(FindingSeverity.Error)} to mend");
    }

    private static void AddLints(StepList steps, string id, DocumentCheck check)
    {
        var (errors, warnings) = (check.Lints.CountOf(FindingSeverity.Error), check.Lints.CountOf(FindingSeverity.Warning));
        var infos = check.CountOf(FindingSeverity.Info);
        var status = errors > 0 ? DoctorStatus.Error : warnings > 0 ? DoctorStatus.Warning : DoctorStatus.Ok;
        if (status == DoctorStatus.Ok)
        {
            steps.Ok(id, infos == 0 ? "No lint has anything to say." : "The lints have remarks alone.", infos == 0 ? null : $"{infos} info");
            return;
        }

        var rules = string.Join(", ", check.Lints.Where(static lint => lint.Severity >= FindingSeverity.Warning)
            .CountBy(static lint => lint.Rule).OrderBy(static rule => rule.Key, StringComparer.Ordinal).Select(static rule => $"{rule.Key} x {rule.Value}"));
        steps.Add(id, status, $"Workspace accepts this and shows it otherwise than it is meant: {rules}.", "The findings say what to change.", DoctorWording.Counts(errors, warnings));
    }

    private static void AddType(StepList steps, string name, FetchedDocument answer)
    {
        var type = answer.ContentType;
        if (type is null || !type.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            steps.Warn("documents.type", $"{name} comes as {(type is null ? "no content type" : Ellipsis.Of(type, 100))}, not as JSON.", "Send Content-Type: application/json.", type is null ? null : Ellipsis.Of(type, 100));
        }
        else if (type.Split("charset=", StringSplitOptions.TrimEntries) is [_, var charset] && !charset.Trim('"').StartsWith("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            steps.Warn("documents.encoding", $"{name} says that it is {Ellipsis.Of(charset, 40)}: a browser reads JSON as UTF-8 all the same.", "Send UTF-8.", Ellipsis.Of(charset, 40));
        }
    }
}

/// <summary>A document that has been read and checked.</summary>
/// <param name="Source">The file as the user wrote it, or the address.</param>
/// <param name="Kind">Which document it is.</param>
/// <param name="Value">The parsed value.</param>
/// <param name="Check">Its check.</param>
/// <param name="Text">Its text, for the places of findings.</param>
internal sealed record ReadDocument(string Source, DocumentKind Kind, JsValue Value, DocumentCheck Check, JsonTextDocument Text);
