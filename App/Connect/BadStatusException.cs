using System.Net;

namespace LiveGridStudio.App.Connect;

/// <summary>Another backend answered with a status that is no success.</summary>
public sealed class BadStatusException(string message, HttpStatusCode status) : ConnectException(message)
{
    public HttpStatusCode Status => status;
}
