namespace LiveGridStudio.Shared.Checking;

/// <summary>How much a finding matters; later ones matter more.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Shows something else than the author meant.</summary>
    Warning,

    /// <summary>Never works.</summary>
    Error,
}
