using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Tests.Unit.Workspace;

public sealed class WidgetAddressTests
{
    [Theory]
    [InlineData("""{"endpoint": "rows"}""", "http://h:8000/api/rows")]
    [InlineData("""{"endpoint": "/rows?x=1", "params": [{"paramName": "y", "value": "2"}]}""", "http://h:8000/api/rows?x=1&y=2")]
    [InlineData("""{"endpoint": "https://other.test/r", "params": [{"paramName": "y", "value": 2, "type": "number"}]}""", "https://other.test/r?y=2")]
    [InlineData("""{"endpoint": "r", "params": [[{"paramName": "s", "value": ["A", "B C"]}], {"paramName": "n"}, {"value": "z"}]}""", "http://h:8000/api/r?s=A,B%20C")]
    [InlineData("""{"endpoint": "r", "params": [{"paramName": "a&b", "value": "é=#"}]}""", "http://h:8000/api/r?a%26b=%C3%A9%3D%23")]
    [InlineData("""{"endpoint": "  "}""", null)]
    [InlineData("{}", null)]
    [InlineData("""{"endpoint": "http://[::"}""", null)]
    public void OfRows_DefaultValues_AreTheQuery(string text, string? expected)
    {
        var widget = WidgetDefinition.Read("w", JsonText.Parse(text));

        var address = WidgetAddress.OfRows(new Uri("http://h:8000/api/"), widget, WidgetParams.DefaultsOf(widget, TimeProvider.System));

        Assert.Equal(expected, address?.AbsoluteUri);
    }

    [Theory]
    [InlineData("http://h:8000", "http://h:8000/widgets.json")]
    [InlineData("http://h:8000/api/?key=1#x", "http://h:8000/api/widgets.json")]
    public void OfDocument_Backend_KeepsItsPath(string backend, string expected) =>
        Assert.Equal(expected, WidgetAddress.OfDocument(new Uri(backend), "widgets.json").AbsoluteUri);

    [Theory]
    [InlineData("ws", "ws://h:8000/api/ws")]
    [InlineData("/ws?a=1", "ws://h:8000/api/ws?a=1")]
    [InlineData("http-feed", "ws://h:8000/api/http-feed")]
    [InlineData("http://other.test:1/http", "ws://other.test:1/http")]
    [InlineData("https://other.test/ws", "wss://other.test/ws")]
    [InlineData("ws://other.test/ws", "ws://other.test/ws")]
    [InlineData("wss://other.test/ws", "wss://other.test/ws")]
    [InlineData("ws://other.test/http-feed", "ws://other.test/ws-feed")]
    [InlineData("HTTPS://other.test/ws", "wss://other.test/ws")]
    [InlineData("ws://[::", null)]
    [InlineData(" ", null)]
    public void OfSocket_Endpoint_HasItsFirstHttpTurnedIntoWs(string endpoint, string? expected) => Assert.Equal(
        expected,
        WidgetAddress.OfSocket(
            new Uri("http://h:8000/api/"), WidgetDefinition.Read("w", JsObject.Create(("wsEndpoint", endpoint))))?.AbsoluteUri);

    [Fact]
    public void OfSocket_SecureBackend_IsSecureToo() => Assert.Equal(
        "wss://h/ws",
        WidgetAddress.OfSocket(new Uri("https://h"), WidgetDefinition.Read("w", JsObject.Create(("wsEndpoint", "ws"))))?.AbsoluteUri);
}
