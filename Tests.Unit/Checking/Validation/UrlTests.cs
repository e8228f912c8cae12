using LiveGridStudio.Shared.Checking.Validation.Rules;

namespace LiveGridStudio.Tests.Unit.Checking.Validation;

public sealed class UrlTests
{
    [Theory]
    [InlineData("https://example.com/mcp")]
    [InlineData("http://localhost:8000")]
    [InlineData("  https://example.com  ")]
    [InlineData("HTTPS:example.com")]
    [InlineData("http://user:secret@example.com:80/?q#f")]
    [InlineData("http://[::1]:8000/")]
    [InlineData("http://127.0.0.1")]
    [InlineData("mailto:a@example.com")]
    [InlineData("custom://")]
    [InlineData("a:b")]
    [InlineData("file:///tmp/x")]
    public void IsUrl_WhatABrowserTakes_True(string text) => Assert.True(WebAddress.IsUrl(text));

    [Theory]
    [InlineData("")]
    [InlineData("example")]
    [InlineData("/mcp")]
    [InlineData("//example.com")]
    [InlineData("example.com/mcp")]
    [InlineData("http://")]
    [InlineData("https://:80")]
    [InlineData("http://example.com:99999")]
    [InlineData("http://example.com:port")]
    [InlineData("http://exa mple.com")]
    [InlineData("http://256.256.256.256")]
    [InlineData("http://[::g]")]
    [InlineData("1http://example.com")]
    public void IsUrl_WhatABrowserRefuses_False(string text) => Assert.False(WebAddress.IsUrl(text));
}
