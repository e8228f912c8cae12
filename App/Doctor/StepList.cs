using System.Collections;

namespace LiveGridStudio.App.Doctor;

/// <summary>The steps of one part, told to whoever watches as they come. For one writer.</summary>
/// <param name="progress">Told of each step; null for nobody.</param>
/// <param name="widgetId">The widget that the part is about; null for the backend.</param>
internal sealed class StepList(IProgress<DoctorStep>? progress, string? widgetId = null) : IReadOnlyList<DoctorStep>
{
    private readonly List<DoctorStep> _steps = [];

    public int Count => _steps.Count;

    public DoctorStep this[int index] => _steps[index];

    public void Ok(string id, string message, string? seen = null) => Add(id, DoctorStatus.Ok, message, null, seen);

    public void Skip(string id, string message) => Add(id, DoctorStatus.Skipped, message, null, null);

    public void Warn(string id, string message, string? fix, string? seen = null) => Add(id, DoctorStatus.Warning, message, fix, seen);

    public void Fail(string id, string message, string? fix, string? seen = null) => Add(id, DoctorStatus.Error, message, fix, seen);

    public void Add(string id, DoctorStatus status, string message, string? fix, string? seen)
    {
        var step = new DoctorStep(id, status, message) { WidgetId = widgetId, Fix = fix, Seen = seen };
        _steps.Add(step);
        progress?.Report(step);
    }

    public IEnumerator<DoctorStep> GetEnumerator() => _steps.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
