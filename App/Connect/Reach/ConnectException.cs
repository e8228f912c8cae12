namespace LiveGridStudio.App.Connect.Reach;

/// <summary>Another backend could not be read; the message is one line for the user and names the address.</summary>
public class ConnectException(string message, Exception? inner = null) : Exception(message, inner)
{
    public ConnectFault Fault { get; init; }

    /// <value>Trying again would end the same way, until somebody changes something.</value>
    public virtual bool IsFinal => Fault is ConnectFault.AddressRefused or ConnectFault.ConsentNeeded or ConnectFault.BadRequest
        or ConnectFault.Tls or ConnectFault.TooLarge or ConnectFault.BadContent;
}
