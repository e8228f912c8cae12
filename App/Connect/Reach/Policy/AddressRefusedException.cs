namespace LiveGridStudio.App.Connect.Reach.Policy;

/// <summary>Thrown when the settings do not allow an address; the message names the setting that would.</summary>
public sealed class AddressRefusedException : ConnectException
{
    public AddressRefusedException(string message)
        : base(message) => Fault = ConnectFault.AddressRefused;
}
