namespace LiveGridStudio.App.Doctor;

/// <summary>How much of a backend is looked at.</summary>
internal static class DoctorLimits
{
    /// <value>Widgets whose endpoints are asked.</value>
    public const int Widgets = 200;

    /// <value>Endpoints asked at a time.</value>
    public const int Requests = 4;

    /// <value>Sockets open at a time.</value>
    public const int Sockets = 8;

    /// <value>Parameters of one widget whose options are asked.</value>
    public const int Options = 10;

    /// <value>Findings that a report lists; further ones are counted.</value>
    public const int Findings = 1000;

    /// <value>Frames of one socket that are kept to be judged, and their bytes.</value>
    public const int Frames = 2000;

    public const int FrameBytes = 8 * 1024 * 1024;

    /// <value>After this time nothing further is asked; what is left is skipped.</value>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <value>An answer that takes longer is slow.</value>
    public static readonly TimeSpan Slow = TimeSpan.FromSeconds(3);
}
