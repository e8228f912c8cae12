using LiveGridStudio.App.Sources;
using LiveGridStudio.Shared.Tables;
using Microsoft.Extensions.Configuration;

namespace LiveGridStudio.Tests.Unit.Sources;

public sealed class SourceOptionsCheckTests
{
    private const string Http = "http://api.example.com/feed";
    private const string Ws = "wss://api.example.com/feed";

    [Theory]
    [InlineData("push", null)]
    [InlineData("poll", Http)]
    [InlineData("Poll", "https://10.0.0.1:8443/a?b=c")]
    [InlineData("websocket", Ws)]
    [InlineData("websocket", "ws://localhost:1/")]
    public void Check_RightSettings_AreAccepted(string type, string? url) => Assert.Empty(Check(("Type", type), ("Url", url)));

    [Fact]
    public void Check_AllKeysOfATable_AreAccepted()
    {
        Assert.Empty(Check(
            ("Type", "poll"), ("Url", Http), ("Every", "00:00:00.100"), ("Headers:X-Key", "secret"), ("Rows", "data"), ("Where", "a > `1`"), ("Fields:a", "to_number(b)")));
        Assert.Empty(Check(("Type", "websocket"), ("Url", Ws), ("Send:0", "{}"), ("Send:1", "x"), ("Rows", "data[]")));
    }

    [Theory]
    [InlineData("simulated", "Tables:t:Source:Type must be one of push, poll, websocket, replay, but is 'simulated', which only the built-in quotes are.")]
    [InlineData("kafka", "Tables:t:Source:Type must be one of push, poll, websocket, replay, but is 'kafka'.")]
    [InlineData("", "Tables:t:Source:Type must be one of push, poll, websocket, replay, but is ''.")]
    public void Check_UnknownType_NamesTheKnownOnes(string type, string problem) => Assert.Equal([problem], Check(("Type", type)));

    [Theory]
    [InlineData("poll", null)]
    [InlineData("poll", "")]
    [InlineData("poll", "/feed")]
    [InlineData("poll", "api.example.com")]
    [InlineData("poll", "ftp://api.example.com")]
    [InlineData("poll", "file:///etc/passwd")]
    [InlineData("poll", Ws)]
    [InlineData("websocket", Http)]
    [InlineData("websocket", null)]
    public void Check_WrongAddress_NamesTheKeyAndTheSchemes(string type, string? url)
    {
        var problem = Assert.Single(Check(("Type", type), ("Url", url)));

        Assert.StartsWith(
            $"Tables:t:Source:Url must be an absolute {(type == "poll" ? "http or https" : "ws or wss")} address", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_PasswordInTheAddress_IsRefusedAndNotRepeated()
    {
        var problem = Assert.Single(Check(("Type", "poll"), ("Url", "https://me:hunter22@api.example.com/")));

        Assert.Equal("Tables:t:Source:Url must have neither user nor password: Tables:t:Source:Headers:Authorization is the place for them.", problem);
    }

    [Theory]
    [InlineData("00:00:00.099")]
    [InlineData("1.00:00:01")]
    [InlineData("-00:00:05")]
    [InlineData("00:00:00")]
    public void Check_Pace_HasARange(string every) => Assert.StartsWith(
        "Tables:t:Source:Every must be between 00:00:00.1000000 and 1.00:00:00",
        Assert.Single(Check(("Type", "poll"), ("Url", Http), ("Every", every))),
        StringComparison.Ordinal);

    [Fact]
    public void Check_Replay_NeedsAFileAndASpeed()
    {
        Assert.Empty(Check(("Type", "replay"), ("File", "r.jsonl"), ("Speed", "0.5"), ("Loop", "true")));
        Assert.Equal(
            ["Tables:t:Source:Speed must be between 0.01 and 1000, but is 0.", "Tables:t:Source:File must be the path of a recording, such as prices.jsonl."],
            Check(("Type", "replay"), ("Speed", "0")));
    }

    [Theory]
    [InlineData("push", null, "Url", Http, "poll or websocket")]
    [InlineData("push", null, "Fields:a", "b", "poll or websocket")]
    [InlineData("push", null, "Where", "b", "poll or websocket")]
    [InlineData("push", null, "Every", "00:00:01", "poll")]
    [InlineData("poll", Http, "Send:0", "x", "websocket")]
    [InlineData("poll", Http, "File", "x.jsonl", "replay")]
    [InlineData("websocket", Ws, "Every", "00:00:01", "poll")]
    [InlineData("websocket", Ws, "Speed", "2", "replay")]
    [InlineData("websocket", Ws, "Loop", "true", "replay")]
    public void Check_KeyOfAnotherType_SaysWhose(string type, string? url, string key, string value, string owner)
    {
        var problem = Assert.Single(Check(("Type", type), ("Url", url), (key, value)));

        Assert.Equal($"Tables:t:Source:{key.Split(':')[0]} belongs to a source of type {owner}, but Tables:t:Source:Type is {type}.", problem);
    }

    [Theory]
    [InlineData("Rows", "a ===", "Rows")]
    [InlineData("Where", "foo(a)", "Where")]
    [InlineData("Fields:price", "to_number(", "Fields:price")]
    public void Check_WrongExpression_NamesTheKeyAndTheParsersMessage(string key, string text, string named)
    {
        var problem = Assert.Single(Check(("Type", "poll"), ("Url", Http), (key, text)));

        Assert.StartsWith($"Tables:t:Source:{named} must be a JMESPath expression, but '{text}' is not: Error", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X Key", "secret-1", "the name of a header credential")]
    [InlineData("Host", "secret-1", "the header Host belongs to the connection itself")]
    [InlineData("X-Key", "secret-1\r\nX-Other: y", "the value of the header X-Key")]
    public void Check_HeaderThatCannotBeSent_IsNamedWithoutItsValue(string name, string value, string problem)
    {
        var said = Assert.Single(Check(("Type", "poll"), ("Url", Http), ($"Headers:{name}", value)));

        Assert.StartsWith("Tables:t:Source:Headers must be headers that can be sent, but ", said, StringComparison.Ordinal);
        Assert.Contains(problem, said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Check(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Where(static setting => setting.Value is not null)
                .Select(static setting => KeyValuePair.Create($"Tables:t:Source:{setting.Key}", setting.Value)))
            .Build();
        var tables = new TablesOptions();
        configuration.Bind(TablesOptions.SectionName, tables);
        return [.. new TablesOptionsValidator().Validate(null, tables).Failures ?? []];
    }
}
