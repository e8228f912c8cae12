namespace LiveGridStudio.Bench.Abuse;

/// <summary>Something hostile that is done to a host.</summary>
/// <param name="Idea">The group of the case.</param>
/// <param name="Name">What is done, as the table names it.</param>
internal abstract record AbuseCase(string Idea, string Name)
{
    /// <value>What the host may spend on it.</value>
    public AbuseLimits Limits { get; init; } = AbuseLimits.OneRequest;

    /// <summary>Makes what is to be sent, so that making it does not count.</summary>
    public abstract AbuseAct Prepare();
}
