using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Checking.Answers;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Doctor.Parts;

/// <summary>Whether a widget's endpoint answers with its default parameters, and in the shape of its type.</summary>
internal static class EndpointPart
{
    private static readonly Dictionary<string, string> Unasked = new(StringComparer.Ordinal)
    {
        ["multi_file_viewer"] = "asked with POST, which the doctor never sends",
        ["omni"] = "asked with POST, which the doctor never sends",
        ["ssrm_table"] = "asked with POST, which the doctor never sends",
        ["rich_note"] = "a note, whose endpoint Workspace never calls",
        ["iframe"] = "a page that the browser opens itself",
        ["advanced_charting"] = "a chart that asks by a protocol of its own",
    };

    /// <returns>The answer; null when there is none to look at further.</returns>
    public static async Task<DoctorAnswer?> RunAsync(StepList steps, DoctorVisit visit, WidgetDefinition widget, CancellationToken cancellationToken)
    {
        if (Unasked.TryGetValue(widget.Type, out var why))
        {
            steps.Skip("widget.endpoint", $"Not asked: {why}.");
            return null;
        }

        var parameters = WidgetParams.DefaultsOf(widget, visit.Clock);
        if (WidgetAddress.OfRows(visit.Request.Backend, widget, parameters) is not { } address)
        {
            steps.Fail("widget.endpoint", "The endpoint is no address.", "Write a path of the backend, such as prices, or a whole address.");
            return null;
        }

        var asked = await visit.AskAsync(address, GuardedHttp.MaxRowsBytes, cancellationToken);
        if (asked.Answer is not { } answer)
        {
            AddFault(steps, widget, parameters, asked);
            return null;
        }

        if (answer.Status == StatusCodes.Status204NoContent)
        {
            steps.Fail("widget.endpoint", "The endpoint answers 204, which Workspace shows as an error.", "Answer 200, with an empty list where there are no rows.", "204");
            return null;
        }

        if (asked.Took > DoctorLimits.Slow)
        {
            steps.Warn("widget.endpoint", "The endpoint is slow: the widget stays empty meanwhile.", "Answer from what is ready, or in smaller parts.", asked.Seen);
        }
        else
        {
            steps.Ok("widget.endpoint", "The endpoint answers with the parameters that the widget starts with.", asked.Seen);
        }

        AddShape(steps, widget, answer);
        return asked;
    }

    private static void AddShape(StepList steps, WidgetDefinition widget, FetchedDocument answer)
    {
        if (AnswerCheck.Of(widget, new EndpointAnswer(answer.Body, answer.ContentType)) is not { } shape)
        {
            steps.Skip("widget.shape", $"The answer of the type {Ellipsis.Of(widget.Type, 60)} is not judged.");
        }
        else if (shape.Severity is not { } severity)
        {
            steps.Ok("widget.shape", $"The answer has the shape of the type {Ellipsis.Of(widget.Type, 60)}.", shape.Message);
        }
        else
        {
            steps.Add("widget.shape", severity == FindingSeverity.Error ? DoctorStatus.Error : DoctorStatus.Warning, shape.Message, shape.Fix, null);
        }
    }

    private static void AddFault(StepList steps, WidgetDefinition widget, JsObject parameters, DoctorAnswer asked)
    {
        var missing = WidgetParams.SentBy(widget).Where(param => !parameters.Has(param.ParamName!)).ToList();
        if (asked.IsRefusedHere)
        {
            steps.Skip("widget.endpoint", $"Not asked. {asked.Fault!.Message}");
        }
        else if (asked.Status is >= 400 and < 500 and not (401 or 403 or 404 or 405) && missing.Count > 0)
        {
            steps.Warn(
                "widget.endpoint",
                $"Until a value is chosen the widget shows an error. {asked.Fault!.Message}",
                $"Give {NameOf(missing[0])} a default value, or answer without it.",
                asked.Seen);
        }
        else
        {
            steps.Fail("widget.endpoint", $"The widget shows an error. {asked.Fault!.Message}", FixOf(asked), asked.Seen);
        }
    }

    private static string NameOf(ParamDefinition param) => Ellipsis.Of(param.ParamName!, 60);

    private static string FixOf(DoctorAnswer asked) => asked.Status switch
    {
        401 or 403 => "Give the credentials that the backend asks for.",
        404 => "Serve the path that the definition's endpoint names, or correct the endpoint.",
        405 => "Answer GET.",
        >= 500 => "See the backend's log: the endpoint fails.",
        _ => "Make the endpoint answer GET with the widget's default parameters.",
    };
}
