using System.IO.Compression;
using System.Text;
using LiveGridStudio.Shared.Tables.Sources;
using LiveGridStudio.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace LiveGridStudio.Tests.Unit.Sources;

public sealed class PollSourceTests : SourceTest
{
    private const string Secret = "a-secret-of-the-operator";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Poll_Answers_AreMergedAtThePaceAndVanishedRowsStay()
    {
        Backend.Answer("/feed", """[{"id": "a", "price": 0.1}, {"id": "b", "price": 1e21}]""");
        Poll(new SourceOptions { Every = Every });

        Assert.Equal(Every, await Clock.WaitedAsync());
        Assert.Equal(SourceState.Running, Monitor.Status.State);
        Assert.Equal("""[{"id":"a","price":0.1},{"id":"b","price":1e+21}]""", Rows());

        Backend.Answer("/feed", """[{"id": "a", "price": 0.2}]""");
        Clock.Advance(Every);
        await Clock.WaitedAsync();

        Assert.Equal("""[{"id":"a","price":0.2},{"id":"b","price":1e+21}]""", Rows());
        Assert.Equal((3L, 3L), (Monitor.RowCount, Table.Version));
    }

    [Fact]
    public async Task Poll_AppendingTable_GetsEachTradeOnce()
    {
        Table = Appending();
        Backend.Answer("/feed", """[{"p": 1}, {"p": 1}, {"p": 2}]""");
        Poll(new SourceOptions { Every = Every });

        // Two trades of one moment may be equal: the third one is new.
        await AnswerNextAsync("""[{"p": 1}, {"p": 1}, {"p": 1}, {"p": 2}, {"p": 3}]""");
        await AnswerNextAsync("[]");
        await AnswerNextAsync("""[{"p": 2}, {"p": 3}]""");
        await Clock.WaitedAsync();

        Assert.Equal("""[{"p":1},{"p":1},{"p":2},{"p":1},{"p":3}]""", Rows());
    }

    [Fact]
    public async Task Poll_AppendingTableThatHasRows_DoesNotGetThemAgain()
    {
        Table = Appending();
        Table.Put("", Shared.Json.JsonText.Parse("""{"p": 1}""").Object);
        Backend.Answer("/feed", """[{"p": 1}, {"p": 2}]""");

        Poll(new SourceOptions { Every = Every });
        await Clock.WaitedAsync();

        Assert.Equal("""[{"p":1},{"p":2}]""", Rows());
    }

    [Theory]
    [InlineData(500, "{\"detail\": \"out of order\"}", "answered 500 Internal Server Error: out of order")]
    [InlineData(404, "", "answered 404 Not Found")]
    [InlineData(200, "<html>", "the answer is not JSON")]
    [InlineData(200, "", "the answer is not JSON")]
    [InlineData(304, "", "answered 304")]
    public async Task Poll_WrongAnswer_KeepsRowsSaysWhyAndGrowsTheDelay(int status, string body, string reason)
    {
        Backend.Answer("/feed", """{"id": "a"}""");
        Poll(new SourceOptions { Every = Every });
        await Clock.PassAsync();
        await Clock.WaitedAsync();

        Backend.Answer("/feed", body, status);
        Clock.Advance(Every);
        Assert.Equal(Every, await Clock.WaitedAsync());
        await UntilAsync(SourceState.Retrying);
        Assert.Contains(reason, Monitor.Status.Reason, StringComparison.Ordinal);
        Assert.Equal(Clock.GetUtcNow() + Every, Monitor.Status.RetryAt);
        Assert.False(Monitor.IsHealthy);

        Clock.Advance(Every);
        var delays = await DelaysAsync(6);
        Assert.Equal([2, 4, 8, 16, 30, 30], delays);
        Assert.Equal("""[{"id":"a"}]""", Rows());

        Backend.Answer("/feed", """{"id": "a", "price": 7}""");
        await Clock.WaitedAsync();
        Clock.Advance(TimeSpan.FromSeconds(30));
        await UntilAsync(SourceState.Running);
        Assert.Equal(Every, await Clock.WaitedAsync());
        Assert.Equal("""[{"id":"a","price":7}]""", Rows());
        Assert.Single(Log.Messages, static message => message.StartsWith("Warning", StringComparison.Ordinal));
        Assert.Single(Log.Messages, static message => message.StartsWith("Information", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("60", 60)]
    [InlineData("86400", 300)]
    [InlineData("Mon, 01 Jun 2026 12:01:00 GMT", 60)]
    [InlineData("0", 2)]
    public async Task Poll_RetryAfter_IsHonouredUpToFiveMinutes(string header, int seconds)
    {
        Backend.Answer("/feed", context =>
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = header;
            return Task.CompletedTask;
        });

        Poll(new SourceOptions { Every = Every });

        Assert.Equal(seconds, (await Clock.WaitedAsync()).TotalSeconds);
    }

    [Fact]
    public async Task Poll_SlowServer_TimesOutAndIsNotAskedMeanwhile()
    {
        using var hold = Backend.Hold("/feed");
        Poll(new SourceOptions { Every = Every });
        await hold.Asked;

        Clock.Advance(Timeout);
        await UntilAsync(SourceState.Retrying);

        Assert.Contains("no answer within 540 seconds (Connect:Timeout)", Monitor.Status.Reason, StringComparison.Ordinal);
        Assert.Single(Backend.Requests);
    }

    [Fact]
    public async Task Poll_AnswerThatTakesLongerThanThePace_IsAskedAtTheNextMultiple()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Backend.Answer("/feed", async context =>
        {
            asked.TrySetResult();
            await release.Task;
            await context.Response.WriteAsync("""{"id": "a"}""");
        });
        Poll(new SourceOptions { Every = Every });
        await asked.Task;

        Clock.Advance(TimeSpan.FromSeconds(5));
        release.SetResult();

        Assert.Equal(TimeSpan.FromSeconds(1), await Clock.WaitedAsync());
    }

    [Fact]
    public async Task Poll_HugeAnswer_IsRefused()
    {
        Backend.Answer("/feed", static async context =>
        {
            var spaces = new byte[1024 * 1024];
            spaces.AsSpan().Fill((byte)' ');
            for (var i = 0; i < 40 && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await context.Response.Body.WriteAsync(spaces, context.RequestAborted);
            }
        });

        Poll(new SourceOptions { Every = Every });
        await UntilAsync(SourceState.Retrying);

        Assert.Contains("larger than the 33554432 bytes that are read", Monitor.Status.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Poll_CompressedBomb_IsRefused()
    {
        using var bytes = new MemoryStream();
        await using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 40; i++)
            {
                await gzip.WriteAsync(zeros);
            }
        }

        AnswerEncoded("gzip", bytes.ToArray());
        Poll(new SourceOptions { Every = Every });
        await UntilAsync(SourceState.Retrying);

        Assert.Contains("larger than the 33554432 bytes", Monitor.Status.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Poll_CompressedAnswer_IsReadAndABrokenOneIsNot(string encoding)
    {
        using var bytes = new MemoryStream();
        await using (Stream packed = encoding == "br"
            ? new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true)
            : new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            await packed.WriteAsync(Encoding.UTF8.GetBytes("""{"id": "a"}"""));
        }

        AnswerEncoded(encoding, bytes.ToArray());
        Poll(new SourceOptions { Every = Every });
        await Clock.WaitedAsync();
        Assert.Equal("""[{"id":"a"}]""", Rows());

        AnswerEncoded(encoding, [0xCE, 0xB2, 0xCF, 0x81, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2, 3]);
        Clock.Advance(Every);
        await UntilAsync(SourceState.Retrying);
        Assert.Equal("""[{"id":"a"}]""", Rows());
    }

    [Fact]
    public async Task Poll_Redirect_ToAnotherOriginCarriesNoHeaders()
    {
        await using var other = await FaultyBackend.StartAsync();
        other.Answer("/moved", """{"id": "a"}""");
        Backend.Redirect("/feed", new Uri(other.Address, "/moved").ToString());

        Poll(new SourceOptions { Every = Every, Headers = { ["X-Key"] = Secret } });
        await Clock.WaitedAsync();

        Assert.Equal("""[{"id":"a"}]""", Rows());
        Assert.Equal(Secret, Assert.Single(Backend.Requests).Headers["X-Key"]);
        Assert.DoesNotContain("X-Key", Assert.Single(other.Requests).Headers.Keys);
    }

    [Theory]
    [InlineData("http://localhost:1/private")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    public async Task Poll_Redirect_ToAHostThatNoSettingNames_IsNotFollowed(string target)
    {
        Backend.Redirect("/feed", target);

        Poll(new SourceOptions { Every = Every });
        await UntilAsync(SourceState.Retrying);

        Assert.Contains("is not followed: it is another host, and the setting Connect:AllowedHosts", Monitor.Status.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Poll_EndlessRedirects_AreRefused()
    {
        Backend.Redirect("/feed", "/feed");

        Poll(new SourceOptions { Every = Every });
        await UntilAsync(SourceState.Retrying);

        Assert.Contains("more than 5 redirects", Monitor.Status.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Poll_WhenOtherBackendsAreForbidden_StillReadsWhatTheSettingsName()
    {
        Connect = new() { Enabled = false, AllowedHosts = ["example.com"], Timeout = Timeout };
        Backend.Answer("/feed", """{"id": "a"}""");

        Poll(new SourceOptions { Every = Every });
        await Clock.WaitedAsync();

        Assert.Equal(SourceState.Running, Monitor.Status.State);
    }

    [Fact]
    public async Task Poll_Secrets_AreSentAndNeverSaid()
    {
        Backend.Answer("/feed", async context =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsync($$"""{"detail": "no such key: {{context.Request.Headers["X-Key"]}}"}""");
        });

        Poll(new SourceOptions
        {
            Every = Every,
            Url = new Uri(Backend.Address, $"/feed?token={Secret}").ToString(),
            Headers = { ["X-Key"] = "another-" + Secret },
        });
        await UntilAsync(SourceState.Retrying);

        Assert.Equal($"{Backend.Address}feed answered 401 Unauthorized: no such key: ***", Monitor.Status.Reason);
        Assert.Equal($"?token={Secret}", Assert.Single(Backend.Requests).Query);
        Assert.DoesNotContain(Secret, Monitor.LastProblem, StringComparison.Ordinal);
        Assert.DoesNotContain(Log.Messages, static message => message.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Poll_ETag_SavesTheBody()
    {
        Backend.Answer("/feed", async context =>
        {
            if (context.Request.Headers.IfNoneMatch == "\"1\"")
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            context.Response.Headers.ETag = "\"1\"";
            await context.Response.WriteAsync("""{"id": "a"}""");
        });

        Poll(new SourceOptions { Every = Every });
        await Clock.PassAsync();
        await Clock.PassAsync();
        await Clock.WaitedAsync();

        Assert.Equal(SourceState.Running, Monitor.Status.State);
        Assert.Equal((1L, 3), (Monitor.RowCount, Backend.Requests.Count));
    }

    [Fact]
    public async Task Poll_NoRowsOrWrongOnes_AreNoted()
    {
        Backend.Answer("/feed", """{"code": -1121}""");
        Poll(new SourceOptions { Every = Every, Rows = "data" });
        await Clock.WaitedAsync();
        Assert.Equal("the answer has no rows where they should be", Monitor.LastProblem);

        Backend.Answer("/feed", """{"data": [7, {"id": "a"}]}""");
        Clock.Advance(Every);
        await Clock.WaitedAsync();
        Assert.Equal(("1 of 2 entries are no objects", """[{"id":"a"}]"""), (Monitor.LastProblem, Rows()));

        Backend.Answer("/feed", """{"data": [{"price": 1}]}""");
        Clock.Advance(Every);
        await Clock.WaitedAsync();
        Assert.Contains("the key column id is missing", Monitor.LastProblem, StringComparison.Ordinal);
        Assert.Equal((SourceState.Running, 1L), (Monitor.Status.State, Monitor.RejectedCount));
    }

    /// <summary>Sets the answer while the source waits, and lets it ask.</summary>
    private async Task AnswerNextAsync(string body)
    {
        var wait = await Clock.WaitedAsync();
        Backend.Answer("/feed", body);
        Clock.Advance(wait);
    }

    private async Task<double[]> DelaysAsync(int count)
    {
        var delays = new List<double>();
        for (var i = 0; i < count; i++)
        {
            delays.Add((await Clock.PassAsync()).TotalSeconds);
        }

        return [.. delays];
    }

    private void AnswerEncoded(string encoding, byte[] body) => Backend.Answer("/feed", async context =>
    {
        context.Response.Headers.ContentEncoding = encoding;
        await context.Response.Body.WriteAsync(body);
    });
}
