using LiveGridStudio.App.Telemetry;

namespace LiveGridStudio.Tests.Unit.Telemetry;

public sealed class OtlpOptionsValidatorTests
{
    private const string Secret = "hunter2";

    [Theory]
    [InlineData(OtlpKey.Endpoint, "localhost:4318")]
    [InlineData(OtlpKey.Endpoint, "ftp://user:hunter2@localhost")]
    [InlineData(OtlpKey.Endpoint, "http://user:hunter2@local host")]
    [InlineData(OtlpKey.Protocol, "http/json")]
    [InlineData(OtlpKey.Headers, "hunter2")]
    [InlineData(OtlpKey.Headers, "a=1,=hunter2")]
    [InlineData(OtlpKey.Headers, "a b=hunter2")]
    [InlineData(OtlpKey.Timeout, "10s")]
    [InlineData(OtlpKey.Interval, "0")]
    [InlineData(OtlpKey.Interval, "-1")]
    public void Validate_WrongValue_NamesTheKeyAndNoSecret(string key, string value)
    {
        var result = new OtlpOptionsValidator().Validate(null, With(key, value));

        var failure = Assert.Single(result.Failures!);
        Assert.StartsWith(key + " must be ", failure, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OtlpKey.Endpoint, "https://collector.example/otlp")]
    [InlineData(OtlpKey.Protocol, "grpc")]
    [InlineData(OtlpKey.Headers, "authorization=Bearer%20x=,tenant=a")]
    [InlineData(OtlpKey.Timeout, "10000")]
    [InlineData(OtlpKey.Interval, "1")]
    public void Validate_RightValue_IsTaken(string key, string value) =>
        Assert.True(new OtlpOptionsValidator().Validate(null, With(key, value)).Succeeded);

    [Fact]
    public void Validate_NoEndpoint_LooksAtNothingElse() =>
        Assert.True(new OtlpOptionsValidator().Validate(null, new OtlpOptions { Protocol = "x", Interval = "x" }).Succeeded);

    private static OtlpOptions With(string key, string value) => new()
    {
        Endpoint = key == OtlpKey.Endpoint ? value : "http://localhost:4318",
        Protocol = key == OtlpKey.Protocol ? value : null,
        Headers = key == OtlpKey.Headers ? value : null,
        Timeout = key == OtlpKey.Timeout ? value : null,
        Interval = key == OtlpKey.Interval ? value : null,
    };
}
