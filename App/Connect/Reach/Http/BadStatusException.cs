using System.Net;
using System.Net.Http.Headers;

namespace LiveGridStudio.App.Connect.Reach.Http;

/// <summary>Thrown when another backend answers with a status other than success.</summary>
public sealed class BadStatusException : ConnectException
{
    public BadStatusException(string message, HttpStatusCode status)
        : base(message)
    {
        Fault = ConnectFault.Status;
        Status = status;
    }

    public HttpStatusCode Status { get; }

    /// <value>When the backend wants to be asked again; null when it does not say.</value>
    public RetryConditionHeaderValue? RetryAfter { get; init; }

    /// <value>False for server errors, and for statuses that say that a later try may succeed.</value>
    public override bool IsFinal => Status < HttpStatusCode.InternalServerError
        && Status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests);
}
