using System.Net;

namespace LiveGridStudio.App.Connect;

/// <summary>Another backend answered with a status that is no success.</summary>
public sealed class BadStatusException : ConnectException
{
    public BadStatusException(string message, HttpStatusCode status)
        : base(message)
    {
        Fault = ConnectFault.Status;
        Status = status;
    }

    public HttpStatusCode Status { get; }
}
