using LiveGridStudio.App.Doctor;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Doctor;

/// <summary>What the doctor hears on a socket.</summary>
public sealed class DoctorSocketTests
{
    [Fact]
    public async Task Examine_Messages_AreCountedByWhatBecomesOfThem()
    {
        await using var bench = await DoctorBench.StartAsync();
        var (report, message) = await ListenAsync(
            bench,
            """[{"symbol": "TSLA", "price": 3}, {"symbol": "AAPL"}, {"symbol": "NONE", "price": 1}]""",
            """{"symbol": "TSLA", "price": null, "extra": 1}""");

        Assert.Equal("""{"type":"params"}""", message);
        Assert.Equal(DoctorStatus.Ok, report.StatusOf("socket.frames"));
        var rows = report.Step("socket.rows");
        Assert.Equal(DoctorStatus.Ok, rows.Status);
        Assert.StartsWith("3 rows found, ", rows.Seen, StringComparison.Ordinal);
        Assert.Contains("1 with a null", rows.Seen, StringComparison.Ordinal);
        Assert.Contains("extra", report.Step("socket.fields").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"data": [{"symbol": "TSLA", "price": 3}]}""")]
    [InlineData("tick")]
    [InlineData("7")]
    public async Task Examine_MessagesThatReachNoRow_AreAnError(string frame)
    {
        await using var bench = await DoctorBench.StartAsync();

        var (report, _) = await ListenAsync(bench, frame, frame);

        Assert.Equal(DoctorStatus.Error, report.StatusOf("socket.rows"));
        Assert.Equal(DoctorVerdict.Usable, report.Verdict);
    }

    [Fact]
    public async Task Examine_MessagesWithLints_AreFindings()
    {
        await using var bench = await DoctorBench.StartAsync();

        var (report, _) = await ListenAsync(bench, """[null, {"symbol": "TSLA", "price": 3}]""", """{"symbol": "TSLA", "price": 4}""");

        Assert.Contains(report.Findings, static found => found.Finding.Rule == "LG021");
        Assert.Equal(DoctorStatus.Warning, report.StatusOf("socket.rows"));
    }

    [Fact]
    public async Task Examine_SocketThatCloses_IsAnError()
    {
        await using var bench = await DoctorBench.StartAsync();
        var examining = bench.ExamineAsync(new DoctorRequest(bench.Backend.Address));
        var socket = await bench.Backend.NextSocketAsync();
        await socket.ReceiveAsync();
        await socket.CloseAsync(1008, "no params, please");

        var report = await examining;

        Assert.Equal(DoctorStatus.Error, report.StatusOf("socket.params"));
        Assert.Contains("no params, please", report.Step("socket.params").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, DoctorStatus.Warning)]
    [InlineData(false, DoctorStatus.Ok)]
    public async Task Examine_EmptiedParameter_MayNotCloseTheSocket(bool closes, DoctorStatus status)
    {
        await using var bench = await DoctorBench.StartAsync(DoctorBench.Grid(
            """, "params": [{"paramName": "symbol", "type": "text", "value": "TSLA"}, {"paramName": "venue", "type": "text", "value": "X"}]"""));
        // The limits of requests and sends are of 10 s.
        var clock = new WaitClock { Limits = { TimeSpan.FromSeconds(10) } };
        var examining = bench.ExamineOnAsync(clock, new DoctorRequest(bench.Backend.Address) { Listen = TimeSpan.Zero });
        var socket = await bench.Backend.NextSocketAsync();
        await socket.ReceiveAsync();
        Assert.Contains("\"symbol\":\"\"", await socket.ReceiveAsync(), StringComparison.Ordinal);
        if (closes)
        {
            await socket.CloseAsync(1011, "bad");
        }
        else
        {
            await clock.PassAsync();
        }

        Assert.Equal(status, (await examining).StatusOf("socket.empty"));
    }

    /// <summary>Sends the frames while the doctor listens, lets the time pass, and answers the closing.</summary>
    private static async Task<(DoctorReport Report, string Message)> ListenAsync(DoctorBench bench, params string[] frames)
    {
        var clock = new FrameClock();
        var examining = bench.ExamineOnAsync(clock, new DoctorRequest(bench.Backend.Address));
        var socket = await bench.Backend.NextSocketAsync();
        var message = await socket.ReceiveAsync();
        var asked = clock.Asked;
        foreach (var frame in frames)
        {
            await socket.SendAsync(frame);
        }

        // Each frame asks for the time before it is stored: once a further one has asked, the others are stored.
        await socket.SendAsync("""{"symbol": "NONE"}""");
        await Eventually.HoldsAsync(() => clock.Asked > asked + frames.Length);
        while (!examining.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        return (await examining, message);
    }

    /// <summary>Counts how often the time of a frame was asked for.</summary>
    private sealed class FrameClock : FakeTimeProvider
    {
        private int _asked;

        public int Asked => Volatile.Read(ref _asked);

        public override DateTimeOffset GetUtcNow()
        {
            Interlocked.Increment(ref _asked);
            return base.GetUtcNow();
        }
    }
}
