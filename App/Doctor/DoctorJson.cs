using LiveGridStudio.App.Check;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Doctor;

/// <summary>Writes a report as JSON; the order of keys is part of the format.</summary>
internal static class DoctorJson
{
    public static JsValue Of(DoctorReport report) => JsObject.Create(
        ("backend", ConnectProblem.Name(report.Backend).TrimEnd('/')),
        ("verdict", NameOf(report.Verdict)),
        ("counts", JsObject.Create(
            ("error", report.CountOf(DoctorStatus.Error)),
            ("warning", report.CountOf(DoctorStatus.Warning)),
            ("ok", report.CountOf(DoctorStatus.Ok)),
            ("skipped", report.CountOf(DoctorStatus.Skipped)))),
        ("steps", JsValue.FromList([.. report.Steps.Select(Of)])),
        ("findings", JsValue.FromList([.. report.Findings.Select(static found => CheckJson.OfLint(found.Finding))])),
        ("moreFindings", report.MoreFindings),
        ("disabled", JsValue.FromList([.. report.Off.All.Select(static rule => (JsValue)Ellipsis.Of(rule, 200))])));

    /// <summary><c>ok</c>, <c>warning</c>, <c>error</c> or <c>skipped</c>.</summary>
    public static string NameOf(DoctorStatus status) => status.ToString().ToLowerInvariant();

    /// <summary><c>ready</c>, <c>usable</c> or <c>broken</c>.</summary>
    public static string NameOf(DoctorVerdict verdict) => verdict.ToString().ToLowerInvariant();

    private static JsValue Of(DoctorStep step)
    {
        var result = JsObject.Create(
            ("id", step.Id),
            ("widgetId", step.WidgetId is null ? JsValue.Null : Ellipsis.Of(step.WidgetId, 200)),
            ("status", NameOf(step.Status)),
            ("message", step.Message));
        result = step.Seen is null ? result : result.With("seen", step.Seen);
        return step.Fix is null ? result : result.With("fix", step.Fix);
    }
}
