using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Policy;

namespace LiveGridStudio.Tests.Unit.Connect.Reach.Credentials;

public sealed class BackendCredentialTests
{
    [Fact]
    public void ToString_Always_LeavesTheValueOut()
    {
        Assert.Equal("header X-Key", new BackendCredential(CredentialPlace.Header, " X-Key ", "s3cret").ToString());
        Assert.Equal("query parameter key", new BackendCredential(CredentialPlace.Query, "key", "s3cret").ToString());
    }

    [Theory]
    [InlineData(CredentialPlace.Header, "", "x", "needs a name")]
    [InlineData(CredentialPlace.Query, " ", "x", "needs a name")]
    [InlineData(CredentialPlace.Header, "X Key", "x", "letters, digits")]
    [InlineData(CredentialPlace.Header, "X-Key:", "x", "letters, digits")]
    [InlineData(CredentialPlace.Header, "host", "x", "belongs to the connection")]
    [InlineData(CredentialPlace.Header, "Sec-WebSocket-Key", "x", "belongs to the connection")]
    [InlineData(CredentialPlace.Header, "X-Key", "s3cret\r\nHost: x", "cannot carry")]
    [InlineData(CredentialPlace.Header, "X-Key", "s3crét", "cannot carry")]
    public void Create_ThatCannotBeSent_SaysWhyWithoutTheValue(CredentialPlace place, string name, string value, string problem)
    {
        var exception = Assert.Throws<ConnectException>(() => new BackendCredential(place, name, value));

        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://h:8000/rows", true)]
    [InlineData("ws://h:8000/rows", true)]
    [InlineData("http://H:8000/rows", true)]
    [InlineData("https://h:8000/rows", false)]
    [InlineData("wss://h:8000/rows", false)]
    [InlineData("http://h:8001/rows", false)]
    [InlineData("http://h.test:8000/rows", false)]
    public void Sign_Address_AddsThemToTheBackendsOwnOriginAlone(string address, bool isSigned)
    {
        var access = new BackendAccess(
            new Uri("http://h:8000/api"),
            [new BackendCredential(CredentialPlace.Query, "k", "v&"), new BackendCredential(CredentialPlace.Header, "X", "y")],
            OriginGate.Open);

        var signed = access.Sign(new Uri(address));

        Assert.Equal(isSigned ? "?k=v%26" : "", signed.Query);
        Assert.Equal(isSigned ? 1 : 0, access.HeadersFor(new Uri(address)).Count());
        Assert.Equal(new Uri(address), access.Unsign(signed));
    }
}
