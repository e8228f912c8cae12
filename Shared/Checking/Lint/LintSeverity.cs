namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>How much a finding matters; later ones matter more.</summary>
public enum LintSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Shows something else than the author meant.</summary>
    Warning,

    /// <summary>Never works.</summary>
    Error,
}
