using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Connect.Reach.Policy;

namespace LiveGridStudio.App.Connect.Reach;

/// <summary>What went wrong with another backend, for code that handles reasons differently.</summary>
public enum ConnectFault
{
    /// <summary>None of the others; the message says what.</summary>
    Other,

    /// <summary>The settings do not allow the address.</summary>
    AddressRefused,

    /// <summary>The user has not allowed the origin, see <see cref="ConsentNeededException"/>.</summary>
    ConsentNeeded,

    /// <summary>The text is not an address that can be read, or a credential cannot be sent.</summary>
    BadRequest,

    /// <summary>The connection ended before the answer was there, as a server may end one between two requests.</summary>
    ConnectionLost,

    /// <summary>The port refused the connection.</summary>
    ConnectionRefused,

    /// <summary>The host name cannot be resolved.</summary>
    UnknownName,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>No trusted TLS connection could be made.</summary>
    Tls,

    /// <summary>A status other than success, see <see cref="BadStatusException"/>.</summary>
    Status,

    /// <summary>The answer exceeds the limit.</summary>
    TooLarge,

    /// <summary>The answer is not JSON, or not of the required kind.</summary>
    BadContent,
}
