using LiveGridStudio.App.Studio.Sources;

namespace LiveGridStudio.Tests.Unit.Studio.Sources;

/// <summary>The content of a browser's storage may have been written by anyone.</summary>
public sealed class KnownBackendsTests
{
    [Fact]
    public void Read_WhatTheBrowserKeeps_KnowsBackendsByOriginAndTheirOriginsByBackend()
    {
        var sut = KnownBackends.Read(
            """
            [{"address": "http://127.0.0.1:8000/api", "origins": ["http://127.0.0.1:9000", "https://feed.test:443"]},
             {"address": "http://b.test", "origins": []}]
            """);

        Assert.Equal(["http://127.0.0.1:8000/api", "http://b.test"], sut.Addresses);
        Assert.True(sut.Has(new Uri("http://127.0.0.1:8000/other")));
        Assert.False(sut.Has(new Uri("http://127.0.0.1:9000")));
        Assert.False(sut.Has(new Uri("https://b.test")));
        Assert.Equal(
            ["http://127.0.0.1:8000", "http://127.0.0.1:9000", "https://feed.test:443"], sut.OriginsOf(new Uri("http://127.0.0.1:8000")));
        // An origin allowed for one backend is not allowed for another.
        Assert.Equal(["http://b.test:80"], sut.OriginsOf(new Uri("http://b.test")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[null, {}, {\"address\": null}, {\"address\": \"\"}, {\"address\": \"javascript:alert(1)\"}, {\"address\": \"http://u:p@h\"}]")]
    [InlineData("[{\"address\": 7}]")]
    public void Read_AnythingElse_KnowsNothing(string? text)
    {
        var sut = KnownBackends.Read(text);

        Assert.Empty(sut.Addresses);
        Assert.False(sut.Has(new Uri("http://h")));
    }

    [Fact]
    public void Read_OriginsThatAreNone_ArePassedOver()
    {
        var sut = KnownBackends.Read(
            """
            [{"address": "http://a:1", "origins":
              [null, "", "*", "http://h:1/path", "http://H:1", "http://h", "file:///etc", "ws://h:1", "http://u@h:1", "http://\u05d0a:1", "http://[::1]:9", "http://h:1"]}]
            """);

        Assert.Equal(["http://a:1", "http://[::1]:9", "http://h:1"], sut.OriginsOf(new Uri("http://a:1")));
    }

    [Fact]
    public void Read_TooMuch_KeepsTheNewest()
    {
        var origins = string.Join(',', Enumerable.Range(1, 1000).Select(static port => $"\"http://o:{port}\""));
        var text = string.Join(',', Enumerable.Range(1, 1000).Select(port => $$"""{"address": "http://a:{{port}}", "origins": [{{origins}}]}"""));

        var sut = KnownBackends.Read($"[{text}]");

        Assert.Equal(KnownBackends.MostBackends, sut.Addresses.Count);
        Assert.True(sut.Has(new Uri("http://a:1")));
        Assert.Equal(KnownBackends.MostOrigins + 1, sut.OriginsOf(new Uri("http://a:1")).Count());
    }
}
