using System.Net;

namespace LiveGridStudio.App.Connect.Reach.Http;

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

    /// <value>False for faults of the server, and where it says that a later time may do.</value>
    public override bool IsFinal => Status < HttpStatusCode.InternalServerError
        && Status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests);
}
