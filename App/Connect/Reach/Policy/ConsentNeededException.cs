namespace LiveGridStudio.App.Connect.Reach.Policy;

/// <summary>Thrown when the user has not allowed an origin yet. Nothing has been sent to it.</summary>
public sealed class ConsentNeededException : ConnectException
{
    /// <param name="origin">As <see cref="Reach.Policy.Origin.Of"/> writes it.</param>
    internal ConsentNeededException(string origin)
        : base($"{Reach.Policy.Origin.Shown(origin)}: not read before you allow it")
    {
        Fault = ConnectFault.ConsentNeeded;
        Origin = origin;
    }

    /// <value>The origin that must be allowed at the <see cref="OriginGate"/>.</value>
    public string Origin { get; }
}
