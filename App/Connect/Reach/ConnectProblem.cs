using System.Net.Sockets;
using System.Security.Authentication;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Policy;

namespace LiveGridStudio.App.Connect.Reach;

/// <summary>Describes network errors in words for the user.</summary>
internal static class ConnectProblem
{
    /// <summary>The address without user and password, which may be secret.</summary>
    public static string Name(Uri address) => address.IsAbsoluteUri
        ? address.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped)
        : address.OriginalString;

    /// <param name="address">The requested address, without credentials.</param>
    /// <param name="exception">The exception that ended the attempt.</param>
    /// <param name="access">Redacts its credentials in texts from others.</param>
    public static ConnectException Explain(Uri address, Exception exception, BackendAccess access)
    {
        var name = Name(address);
        var cause = Causes(exception).FirstOrDefault(static cause =>
            cause is AddressRefusedException or AuthenticationException or SocketException);
        return cause switch
        {
            AddressRefusedException => new AddressRefusedException($"{name}: {cause.Message}"),
            AuthenticationException => Tls(cause),
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
                Create(ConnectFault.ConnectionRefused, "connection refused: nothing listens there"),
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
                Create(ConnectFault.UnknownName, $"the name {address.IdnHost} is not known (DNS)"),
            SocketException { SocketErrorCode: SocketError.TimedOut } =>
                Create(ConnectFault.Timeout, "no answer: the connection timed out"),
            SocketException { SocketErrorCode: SocketError.ConnectionReset } =>
                Create(ConnectFault.ConnectionLost, "the connection was reset"),
            SocketException => Create(ConnectFault.Other, access.Redact(cause.Message)),
            _ => Plain(),
        };

        ConnectException Create(ConnectFault fault, string problem) => new($"{name}: {problem}", exception) { Fault = fault };

        ConnectException Tls(Exception tls) => Create(ConnectFault.Tls, $"no TLS connection: {access.Redact(tls.Message)}");

        ConnectException Plain() => Causes(exception).OfType<HttpRequestException>().FirstOrDefault()?.HttpRequestError switch
        {
            HttpRequestError.SecureConnectionError => Tls(Innermost(exception)),
            HttpRequestError.InvalidResponse => Create(ConnectFault.Other, "the answer is not HTTP"),
            HttpRequestError.ResponseEnded => Create(ConnectFault.ConnectionLost, "the connection ended before the answer was there"),
            _ when exception is HttpIOException => Create(ConnectFault.Other, "the connection ended in the middle of the answer"),
            _ => Create(ConnectFault.Other, access.Redact(Innermost(exception).Message)),
        };
    }

    private static Exception Innermost(Exception exception) => Causes(exception).Last();

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
