namespace LiveGridStudio.Shared.Tables.Sources;

/// <summary>What a source is doing at one instant.</summary>
/// <param name="State">The state.</param>
/// <param name="Reason">Why, in plain words; null where the state says it all.</param>
/// <param name="RetryAt">When it is tried again; null when nothing is waited for.</param>
/// <param name="Since">When this state began.</param>
public sealed record SourceStatus(SourceState State, string? Reason, DateTimeOffset? RetryAt, DateTimeOffset Since);

/// <summary>The state of a source.</summary>
public enum SourceState
{
    /// <summary>No row yet, and nothing has failed.</summary>
    Starting,

    /// <summary>Rows come in, or may come in at any time.</summary>
    Running,

    /// <summary>It failed, and is tried again.</summary>
    Retrying,

    /// <summary>There are no more rows, as at the end of a recording; those that are there stay.</summary>
    Ended,

    /// <summary>Another host runs it for all.</summary>
    Standby,
}

/// <summary>The states as the wire and the page name them.</summary>
public static class SourceStateNames
{
    public static string Name(this SourceState state) => state switch
    {
        SourceState.Starting => "starting",
        SourceState.Running => "running",
        SourceState.Retrying => "retrying",
        SourceState.Ended => "ended",
        _ => "standby",
    };
}
