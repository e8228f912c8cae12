namespace LiveGridStudio.Shared.Checking;

/// <summary>The severity of a finding, in ascending order.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Workspace does not show what the author meant.</summary>
    Warning,

    /// <summary>The part cannot work at all.</summary>
    Error,
}
