namespace LiveGridStudio.App.Connect.Reach;

/// <summary>Thrown when another backend cannot be read; the message is one line for the user and names the address.</summary>
public class ConnectException(string message, Exception? inner = null) : Exception(message, inner)
{
    public ConnectFault Fault { get; init; }

    /// <value>Whether another try would fail in the same way until something is changed.</value>
    public virtual bool IsFinal => Fault is ConnectFault.AddressRefused or ConnectFault.ConsentNeeded or ConnectFault.BadRequest
        or ConnectFault.Tls or ConnectFault.TooLarge or ConnectFault.BadContent;
}
