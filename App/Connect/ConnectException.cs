namespace LiveGridStudio.App.Connect;

/// <summary>Another backend could not be read; the message is one line for the user and names the address.</summary>
public class ConnectException(string message, Exception? inner = null) : Exception(message, inner)
{
    public ConnectFault Fault { get; init; }
}
