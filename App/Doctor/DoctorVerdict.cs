namespace LiveGridStudio.App.Doctor;

/// <summary>Whether Workspace can use a backend.</summary>
public enum DoctorVerdict
{
    /// <summary>Nothing fails.</summary>
    Ready,

    /// <summary>Workspace connects, and something in it fails.</summary>
    Usable,

    /// <summary>Workspace refuses the backend, or shows nothing of it.</summary>
    Broken,
}
