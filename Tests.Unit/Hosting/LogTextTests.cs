using LiveGridStudio.App.Hosting.Requests;

namespace LiveGridStudio.Tests.Unit.Hosting;

public sealed class LogTextTests
{
    [Theory]
    [InlineData("/api/x\nfail: forged", "/api/x?fail: forged")]
    [InlineData("a\r\u001b[31m\u2028b", "a??[31m?b")]
    [InlineData("/api/é", "/api/é")]
    public void Of_WhatAClientWrote_IsOneLine(string text, string expected) => Assert.Equal(expected, LogText.Of(text));

    [Fact]
    public void Of_LongText_IsCut() => Assert.Equal(200, LogText.Of(new string('a', 10_000)).Length);
}
