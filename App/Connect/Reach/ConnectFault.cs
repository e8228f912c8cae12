using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Connect.Reach.Policy;

namespace LiveGridStudio.App.Connect.Reach;

/// <summary>What went wrong with another backend, for those who treat reasons differently.</summary>
public enum ConnectFault
{
    /// <summary>None of the below; the message says what.</summary>
    Other,

    /// <summary>The settings do not allow the address.</summary>
    AddressRefused,

    /// <summary>The reader has not allowed the origin, see <see cref="ConsentNeededException"/>.</summary>
    ConsentNeeded,

    /// <summary>The text is no address that can be read, or a credential that cannot be sent.</summary>
    BadRequest,

    /// <summary>Nothing listens there.</summary>
    ConnectionRefused,

    /// <summary>The name has no address.</summary>
    UnknownName,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>There is no trusted TLS connection.</summary>
    Tls,

    /// <summary>A status that is no success, see <see cref="BadStatusException"/>.</summary>
    Status,

    /// <summary>More than is read.</summary>
    TooLarge,

    /// <summary>The answer is not JSON, or not of the kind that it must be.</summary>
    BadContent,
}
