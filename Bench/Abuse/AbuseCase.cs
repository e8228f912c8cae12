namespace LiveGridStudio.Bench.Abuse;

/// <summary>One attack on a host.</summary>
/// <param name="Idea">The group of the case.</param>
/// <param name="Name">The name of the case in the table.</param>
internal abstract record AbuseCase(string Idea, string Name)
{
    /// <value>The resources that the host may use for it.</value>
    public AbuseLimits Limits { get; init; } = AbuseLimits.OneRequest;

    /// <summary>Prepares the data to send, so that preparing does not count.</summary>
    public abstract AbuseAct Prepare();
}
