using LiveGridStudio.App.Doctor;
using MudBlazor;

namespace LiveGridStudio.App.Studio.Doctor;

/// <summary>A status in words and signs, so that colour is never the only sign.</summary>
internal static class StepWords
{
    public static string Of(DoctorStatus status) => status switch
    {
        DoctorStatus.Ok => "Fine",
        DoctorStatus.Warning => "Look",
        DoctorStatus.Error => "Fails",
        _ => "Skipped",
    };

    public static string ClassOf(DoctorStatus status) => status.ToString().ToLowerInvariant();

    public static string IconOf(DoctorStatus status) => status switch
    {
        DoctorStatus.Ok => Icons.Material.Outlined.CheckCircle,
        DoctorStatus.Warning => Icons.Material.Outlined.WarningAmber,
        DoctorStatus.Error => Icons.Material.Outlined.Cancel,
        _ => Icons.Material.Outlined.RemoveCircleOutline,
    };

    public static string TitleOf(DoctorVerdict verdict) => verdict switch
    {
        DoctorVerdict.Ready => "Ready",
        DoctorVerdict.Usable => "Usable",
        _ => "Broken",
    };

    public static DoctorStatus StatusOf(DoctorVerdict verdict) => verdict switch
    {
        DoctorVerdict.Ready => DoctorStatus.Ok,
        DoctorVerdict.Usable => DoctorStatus.Warning,
        _ => DoctorStatus.Error,
    };
}
