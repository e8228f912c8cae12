namespace LiveGridStudio.App.Connect.Reach;

/// <summary>Thrown when the user has not allowed an origin yet. Nothing has been sent to it.</summary>
public sealed class ConsentNeededException : ConnectException
{
    /// <param name="origin">The origin in the format of <see cref="Reach.Origin.Of"/>.</param>
    internal ConsentNeededException(string origin)
        : base($"{Reach.Origin.Shown(origin)}: not read before you allow it")
    {
        Fault = ConnectFault.ConsentNeeded;
        Origin = origin;
    }

    /// <value>The origin that must be allowed at the <see cref="OriginGate"/>.</value>
    public string Origin { get; }
}
