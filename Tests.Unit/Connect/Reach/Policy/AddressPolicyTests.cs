using System.Net;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Policy;

namespace LiveGridStudio.Tests.Unit.Connect.Reach.Policy;

public sealed class AddressPolicyTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.8.9.10", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("0.1.2.3", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:0.0.0.0", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("93.184.216.34", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    public void Allows_ByDefault_LoopbackAlone(string address, bool expected) =>
        Assert.Equal(expected, Policy().Allows("localhost", IPAddress.Parse(address)));

    [Theory]
    [InlineData("api.example.com", "api.example.com", "93.184.216.34", true)]
    [InlineData("api.example.com", "API.Example.com.", "10.0.0.5", true)]
    [InlineData("api.example.com", "other.example.com", "93.184.216.34", false)]
    [InlineData("api.example.com", "api.example.com.evil.test", "93.184.216.34", false)]
    [InlineData("*.example.com", "a.b.example.com", "93.184.216.34", true)]
    [InlineData("*.example.com", "example.com", "93.184.216.34", false)]
    [InlineData("*.example.com", "badexample.com", "93.184.216.34", false)]
    [InlineData("api.example.com", "api.example.com", "127.0.0.1", false)]
    [InlineData("api.example.com", "api.example.com", "::1", false)]
    [InlineData("api.example.com", "api.example.com", "::ffff:127.0.0.1", false)]
    [InlineData("api.example.com", "api.example.com", "169.254.169.254", false)]
    [InlineData("api.example.com", "api.example.com", "fe80::1", false)]
    [InlineData("api.example.com", "api.example.com", "0.0.0.0", false)]
    [InlineData("api.example.com", "api.example.com", "fd00:ec2::254", false)]
    [InlineData("api.example.com", "api.example.com", "100.100.100.200", false)]
    [InlineData("api.example.com", "api.example.com", "64:ff9b::a9fe:a9fe", false)]
    [InlineData("api.example.com", "api.example.com", "64:ff9b::5db8:d822", true)]
    [InlineData("192.168.0.7", "192.168.0.7", "192.168.0.7", true)]
    [InlineData("192.168.0.7", "any.test", "192.168.0.7", true)]
    [InlineData("192.168.0.7", "192.168.0.8", "192.168.0.8", false)]
    [InlineData("192.168.0.0/16", "any.test", "192.168.255.1", true)]
    [InlineData("192.168.0.0/16", "any.test", "::ffff:192.168.1.1", true)]
    [InlineData("192.168.0.0/16", "any.test", "192.169.0.1", false)]
    [InlineData("fd00::/8", "any.test", "fd12::1", true)]
    [InlineData("0.0.0.0/0", "any.test", "0.0.0.0", false)]
    [InlineData("::/0", "any.test", "::", false)]
    [InlineData("192.168.0.7", "localhost", "127.0.0.1", false)]
    [InlineData("localhost", "localhost", "127.0.0.1", true)]
    [InlineData("localhost", "localhost", "10.0.0.1", false)]
    public void Allows_OneEntry_WhatItNamesAlone(string entry, string host, string address, bool expected) =>
        Assert.Equal(expected, Policy(entry).Allows(host, IPAddress.Parse(address)));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("*")]
    [InlineData("*.")]
    [InlineData("a.*.com")]
    [InlineData("http://example.com")]
    [InlineData("example.com:8000")]
    [InlineData("192.168.0.0/33")]
    [InlineData("10.1")]
    [InlineData("7")]
    public void Validate_BadEntry_NamesTheKeyAndWhatItMayBe(string entry)
    {
        var options = new ConnectOptions { AllowedHosts = { "localhost", entry } };

        var result = new ConnectOptionsValidator().Validate(null, options);

        Assert.StartsWith("Connect:AllowedHosts:1 must be a host name", result.FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("api.example.com")]
    [InlineData("*.example.com")]
    [InlineData("intranet_host")]
    [InlineData("10.0.0.0/8")]
    [InlineData("192.168.0.7/16")]
    [InlineData("::1")]
    [InlineData("fd00::/8")]
    public void Validate_GoodEntry_IsTaken(string entry) => Assert.True(
        new ConnectOptionsValidator().Validate(null, new ConnectOptions { AllowedHosts = { entry } }).Succeeded);

    [Theory]
    [InlineData(0.5)]
    [InlineData(601)]
    public void Validate_TimeoutOutOfRange_NamesTheSetting(double seconds)
    {
        var result = new ConnectOptionsValidator().Validate(null, new ConnectOptions { Timeout = TimeSpan.FromSeconds(seconds) });

        Assert.StartsWith("Connect:Timeout must be between 00:00:01 and 00:10:00", result.FailureMessage, StringComparison.Ordinal);
    }

    private static AddressPolicy Policy(params string[] allowed) => new(new ConnectOptions { AllowedHosts = [.. allowed] });
}
