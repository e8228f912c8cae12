using LiveGridStudio.App.Check;

namespace LiveGridStudio.App.Doctor;

/// <summary>Describes the answer of <c>/api/doctor</c> in <c>openapi.json</c>; <see cref="DoctorJson"/> writes it.</summary>
internal sealed record DoctorAnswerSchema(
    string Backend,
    string Verdict,
    DoctorAnswerSchema.CountsSchema Counts,
    IReadOnlyList<DoctorAnswerSchema.Step> Steps,
    IReadOnlyList<LintSchema> Findings,
    int MoreFindings,
    IReadOnlyList<string> Disabled)
{
    /// <summary>How many steps have each status.</summary>
    internal sealed record CountsSchema(int Error, int Warning, int Ok, int Skipped);

    /// <summary>One thing that was looked at; <c>status</c> is ok, skipped, warning or error.</summary>
    internal sealed record Step(string Id, string? WidgetId, string Status, string Message)
    {
        public string? Seen { get; init; }

        public string? Fix { get; init; }
    }
}
