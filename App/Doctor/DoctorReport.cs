using LiveGridStudio.Shared.Checking;

namespace LiveGridStudio.App.Doctor;

/// <summary>What the doctor has found about one backend.</summary>
/// <param name="Backend">The address, without credentials.</param>
/// <param name="Steps">In the order in which things break.</param>
/// <param name="Findings">Of the documents, the rows and the messages.</param>
public sealed record DoctorReport(Uri Backend, IReadOnlyList<DoctorStep> Steps, IReadOnlyList<DoctorFinding> Findings)
{
    /// <summary>Steps that decide alone: with an error there Workspace cannot use anything.</summary>
    private static readonly HashSet<string> Deciding = new(StringComparer.Ordinal)
    {
        "reach.address", "reach.mixed", "cors.preflight", "cors.widgets", "documents.widgets", "documents.schema", "documents.empty",
    };

    /// <value>The rules that were switched off.</value>
    public RuleSwitches Off { get; init; } = RuleSwitches.None;

    /// <value>Origins that the backend names and that the user has not allowed yet.</value>
    public IReadOnlyList<string> AsksFor { get; init; } = [];

    /// <value>How many findings there are besides those that are listed.</value>
    public int MoreFindings { get; init; }

    public DoctorVerdict Verdict => IsBroken ? DoctorVerdict.Broken
        : CountOf(DoctorStatus.Error) > 0 ? DoctorVerdict.Usable
        : DoctorVerdict.Ready;

    private bool IsBroken => Steps.Any(static step => step.Status == DoctorStatus.Error && Deciding.Contains(step.Id)) || ShowsNothing;

    /// <value>Whether there are widgets, and each of those that were asked fails.</value>
    private bool ShowsNothing
    {
        get
        {
            var asked = Steps.Where(static step => step is { Group: "widget" or "cors", WidgetId: not null }).GroupBy(static step => step.WidgetId).ToList();
            var shown = asked.Where(static steps => steps.Any(static step => step is { Id: "widget.endpoint", Status: not DoctorStatus.Skipped })).ToList();
            return shown.Count > 0 && shown.Count == asked.Count
                && shown.All(static steps => steps.Any(static step =>
                    step is { Status: DoctorStatus.Error, Id: "widget.endpoint" or "widget.shape" or "cors.endpoint" }));
        }
    }

    public int CountOf(DoctorStatus status) => Steps.Count(step => step.Status == status);
}

/// <summary>One finding, and the text that contains its place.</summary>
/// <param name="Source">The file as the user wrote it, or the address of the document.</param>
/// <param name="Finding">The finding, with its place.</param>
public sealed record DoctorFinding(string Source, Finding Finding);
