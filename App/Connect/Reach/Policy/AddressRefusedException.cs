namespace LiveGridStudio.App.Connect.Reach.Policy;

/// <summary>The settings do not allow the address; the message names the setting that would.</summary>
public sealed class AddressRefusedException : ConnectException
{
    public AddressRefusedException(string message)
        : base(message) => Fault = ConnectFault.AddressRefused;
}
