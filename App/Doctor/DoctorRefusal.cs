using LiveGridStudio.App.Connect.Reach;

namespace LiveGridStudio.App.Doctor;

/// <summary>Tells a backend that may not be looked at from one that is broken.</summary>
internal static class DoctorRefusal
{
    /// <summary>Why the settings do not allow the backend's address; null when they do.</summary>
    public static string? Of(DoctorReport report) => report.Steps
        .FirstOrDefault(static step => step is { Id: "reach.address", Status: DoctorStatus.Error, Seen: nameof(ConnectFault.AddressRefused) })?.Message;
}
