namespace LiveGridStudio.App.Connect.Reach;

/// <summary>Where a credential is sent.</summary>
public enum CredentialPlace
{
    /// <summary>A header of each request, the WebSocket handshake included.</summary>
    Header,

    /// <summary>A pair in the query of each address.</summary>
    Query,
}
