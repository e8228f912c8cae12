using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;

namespace LiveGridStudio.Tests.Unit.Connect.Reach.Credentials;

public sealed class BackendAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8000", "http://127.0.0.1:8000/")]
    [InlineData("  localhost:8000/ ", "http://localhost:8000/")]
    [InlineData("https://api.test/v1/", "https://api.test/v1")]
    [InlineData("http://h:1/v1/widgets.json", "http://h:1/v1")]
    [InlineData("http://[::1]:8000/#part", "http://[::1]:8000/")]
    public void Parse_AsPeopleWriteIt_IsTheAddress(string text, string expected) =>
        Assert.Equal(expected, BackendAddress.Parse(text).AbsoluteUri);

    [Theory]
    [InlineData("", "one looks like")]
    [InlineData(null, "one looks like")]
    [InlineData("http://", "one looks like")]
    [InlineData("ftp://h/", "not ftp")]
    [InlineData("file:///etc/passwd", "one looks like")]
    [InlineData("http://user:s3cret@h/", "as credentials")]
    [InlineData("http://h/?key=s3cret", "as credentials")]
    [InlineData("http://\u05d0a.test/", "no name of a host")]
    public void Parse_AnythingElse_SaysWhyAndRepeatsNoSecret(string? text, string problem)
    {
        var exception = Assert.Throws<ConnectException>(() => BackendAddress.Parse(text));

        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", exception.Message, StringComparison.Ordinal);
    }
}
