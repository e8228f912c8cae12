using System.Text;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Feeds.Recording;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Feeds.Recording;

public sealed class RecordingTests
{
    private static readonly RecordingHeader Header = new(
        WidgetDefinition.Read("prices", JsonText.Parse("""{"name": "Prices", "type": "live_grid"}""")), "http://127.0.0.1:8000", TestBook.Start);

    private readonly FakeTimeProvider _clock = TestBook.Clock();

    [Fact]
    public async Task Write_Entries_AreReadBack()
    {
        var stream = new KeptStream();
        await using (var sut = new RecordingWriter(stream, Header, _clock))
        {
            _clock.Advance(TimeSpan.FromMilliseconds(1250));
            sut.Add(RecordingKind.Snapshot, JsonText.Parse("""[{"symbol": "TSLA", "price": 0.1}]"""));
            sut.Add(RecordingEntry.OfFrame(sut.Elapsed, FeedFrame.Parse("no json\n")));
            sut.Add(RecordingEntry.OfFrame(sut.Elapsed, FeedFrame.Parse("null")));
        }

        Assert.Equal(
            """{"at":1250,"kind":"snapshot","content":[{"symbol":"TSLA","price":0.1}]}""", stream.Text.Split('\n')[1]);
        var lines = await ReadAsync(stream.Text);
        Assert.Equal(Header.Widget.Raw, RecordingHeader.Read(lines[0].Entry!)!.Widget.Raw);
        Assert.Equal((Header.Backend, Header.StartedAt), (RecordingHeader.Read(lines[0].Entry!)!.Backend, RecordingHeader.Read(lines[0].Entry!)!.StartedAt));
        Assert.Equal([RecordingKind.State, RecordingKind.Snapshot, RecordingKind.Frame, RecordingKind.Frame], lines.Select(static line => line.Entry!.Kind));
        Assert.Equal("no json\n", lines[2].Entry!.ToFrame().Text);
        Assert.False(lines[2].Entry!.ToFrame().IsReadable);
        Assert.True(lines[3].Entry!.ToFrame() is { IsReadable: true, Value.Kind: JsKind.Null });
    }

    [Theory]
    [InlineData("not json", "not JSON")]
    [InlineData("[1]", "no object")]
    [InlineData("""{"at":"1","kind":"frame","content":1}""", "milliseconds")]
    [InlineData("""{"at":-1,"kind":"frame","content":1}""", "milliseconds")]
    [InlineData("""{"at":1e300,"kind":"frame","content":1}""", "milliseconds")]
    [InlineData("""{"at":1,"kind":"Frame","content":1}""", "kind")]
    [InlineData("""{"at":1,"kind":"snapshot"}""", "no content")]
    [InlineData("""{"at":1,"kind":"snapshot","text":"x"}""", "no content")]
    public async Task Read_DamagedLine_IsNamedAndTheOthersCount(string damaged, string problem)
    {
        var lines = await ReadAsync($"{Header.ToEntry().ToLine()}\r\n\n{damaged}\n{{\"at\":5,\"kind\":\"frame\",\"content\":{{}},\"more\":1}}");

        Assert.Equal([1, 3, 4], lines.Select(static line => line.Number));
        Assert.Contains(problem, lines[1].Problem, StringComparison.Ordinal);
        Assert.Null(lines[1].Entry);
        Assert.Equal(TimeSpan.FromMilliseconds(5), lines[2].Entry!.At);
    }

    [Fact]
    public async Task Read_LineWithoutAnEnd_IsPassedOverInBoundedMemory()
    {
        using var endless = new MemoryStream(Encoding.UTF8.GetBytes(
            new string('x', RecordingReader.LongestLine + 1_000_000) + "\n{\"at\":5,\"kind\":\"frame\",\"content\":1}\n"));

        var lines = new List<RecordingLine>();
        await foreach (var line in RecordingReader.ReadAsync(endless))
        {
            lines.Add(line);
        }

        Assert.Contains("longer than 32 MiB", lines[0].Problem, StringComparison.Ordinal);
        Assert.Equal(2, lines[1].Number);
    }

    [Fact]
    public async Task Write_OverTheLimit_EndsAndSaysWhy()
    {
        var stream = new KeptStream();
        await using var sut = new RecordingWriter(stream, Header, _clock, mostBytes: 1024 * 1024);

        sut.Add(RecordingKind.Frame, new string('x', 700_000));
        sut.Add(RecordingKind.Frame, new string('y', 700_000));
        await Eventually.HoldsAsync(() => sut.End is not null);

        Assert.Equal("It has 1 MiB, the most that is recorded.", sut.End);
        Assert.Equal(2, (await ReadAsync(stream.Text)).Count);
    }

    [Fact]
    public async Task Write_DiskThatDoesNotKeepUp_LeavesLinesOutAndCountsThem()
    {
        var stream = new KeptStream { Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) };
        await using (var sut = new RecordingWriter(stream, Header, _clock))
        {
            for (var i = 0; i < 6000; i++)
            {
                sut.Add(RecordingKind.Frame, i);
            }

            Assert.InRange(sut.LeftOut, 1900, 1910);
            stream.Gate.SetResult();
            await Eventually.HoldsAsync(() => sut.Lines > 4000);
            sut.Add(RecordingKind.Frame, -1);
        }

        var lines = await ReadAsync(stream.Text);
        Assert.Contains(lines, static line => line.Entry!.Content["leftOut"].Number is > 1900 and < 1910);
        Assert.Equal(-1, lines[^1].Entry!.Content.Number);
    }

    [Fact]
    public async Task Write_StreamThatFails_EndsAndSaysWhy()
    {
        await using var sut = new RecordingWriter(new KeptStream { Fault = new IOException("the disk is full") }, Header, _clock);

        await Eventually.HoldsAsync(() => sut.End is not null);

        Assert.Equal("It cannot be written: the disk is full", sut.End);
    }

    [Fact]
    public async Task Dispose_DiskThatTakesAll_WasStopped()
    {
        var sut = new RecordingWriter(new KeptStream(), Header, _clock);

        await sut.DisposeAsync();

        Assert.Equal(RecordingWriter.Stopped, sut.End);
    }

    [Fact]
    public async Task Dispose_LimitReachedByWhatWaited_SaysSo()
    {
        var stream = new KeptStream { Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) };
        var sut = new RecordingWriter(stream, Header, _clock, mostBytes: 1024 * 1024);
        sut.Add(RecordingKind.Frame, new string('x', 2_000_000));

        var ending = sut.DisposeAsync();
        stream.Gate.SetResult();
        await ending;

        Assert.Equal("It has 1 MiB, the most that is recorded.", sut.End);
    }

    [Fact]
    public async Task RecordedFeed_Session_RecordsParamsRowsStatesAndFrames()
    {
        var stream = new KeptStream();
        var inner = new ScriptedFeed(_clock);
        await using (var writer = new RecordingWriter(stream, Header, _clock))
        await using (var sut = new RecordedFeed(inner) { Recorder = writer })
        {
            await sut.OpenAsync(JsObject.Create(("symbol", "TSLA")), CancellationToken.None);
            inner.Send("""{"symbol": "TSLA", "price": 1}""");
            Assert.True(await sut.WaitAsync(CancellationToken.None));
            var frames = new List<FeedFrame>();
            sut.Drain(frames);
            Assert.Single(frames);
        }

        var entries = (await ReadAsync(stream.Text)).ConvertAll(static line => line.Entry!);
        Assert.Equal("TSLA", entries.Last(static entry => entry.Kind == RecordingKind.Params).Content["symbol"].Text);
        Assert.Single(entries, static entry => entry.Kind == RecordingKind.Snapshot);
        Assert.Single(entries, static entry => entry.Kind == RecordingKind.Frame);
        Assert.Contains(entries, static entry => FeedStateNames.Find(entry.Content["state"].Text) == FeedState.Live);
    }

    [Fact]
    public async Task ReplayFeed_Recording_BringsRowsFramesAndStatesWhenTheirTimeHasCome()
    {
        await using var sut = Replay(
            """
            {"at":100,"kind":"snapshot","content":[{"id":1}]}
            damaged
            {"at":200,"kind":"frame","content":{"id":1,"price":2}}
            {"at":300,"kind":"state","content":{"state":"reconnecting","reason":"gone"}}
            {"at":400,"kind":"snapshot","content":[{"id":1},{"id":2}]}
            {"at":400,"kind":"state","content":{"state":"live","reason":null}}
            """,
            speed: 2);
        var opening = sut.OpenAsync(JsObject.Empty, CancellationToken.None);
        await AdvanceUntilAsync(() => opening.IsCompleted);
        Assert.Single((await opening).List);
        Assert.Equal(FeedState.Live, sut.Status.State);
        var frames = new List<FeedFrame>();
        await AdvanceUntilAsync(() =>
        {
            sut.Drain(frames);
            return frames.Count == 1;
        });
        Assert.Equal(2, frames[0].Value["price"].Number);
        Assert.InRange(_clock.GetUtcNow() - TestBook.Start, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(149));

        await AdvanceUntilAsync(() => sut.Status is { State: FeedState.Reconnecting, Reason: "gone" });
        await AdvanceUntilAsync(() => sut.Status.NeedsSnapshot);
        Assert.Equal(2, (await sut.ReopenAsync(CancellationToken.None)).List.Count);
        await AdvanceUntilAsync(() => sut.Status is { State: FeedState.Snapshot, Reason: "The recording is at its end." });

        Assert.Equal((1, "A line of the recording is damaged and was passed over."), (sut.Damaged, sut.Status.Warning));
    }

    [Fact]
    public async Task ReplayFeed_Refreshed_BeginsAnew()
    {
        await using var sut = Replay(
            """
            {"at":0,"kind":"snapshot","content":[{"id":1}]}
            {"at":0,"kind":"frame","content":{"id":1,"price":2}}
            """);
        await sut.OpenAsync(JsObject.Empty, CancellationToken.None);
        await Eventually.HoldsAsync(() => sut.Status.State == FeedState.Snapshot);

        await sut.ReopenAsync(CancellationToken.None);

        await Eventually.HoldsAsync(() => sut.Status.State == FeedState.Snapshot);
        var frames = new List<FeedFrame>();
        sut.Drain(frames);
        Assert.Equal(2, Assert.Single(frames).Value["price"].Number);
    }

    [Fact]
    public async Task ReplayFeed_Looping_BeginsAgainWithoutATightLoop()
    {
        await using var sut = Replay("""{"at":0,"kind":"snapshot","content":[{"id":1}]}""", isLooping: true);
        await sut.OpenAsync(JsObject.Empty, CancellationToken.None);
        Assert.False(sut.Status.NeedsSnapshot);

        await AdvanceUntilAsync(() => sut.Status.NeedsSnapshot);

        Assert.InRange(_clock.GetUtcNow() - TestBook.Start, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("no recording\nat all")]
    [InlineData("")]
    public async Task ReplayFeed_NoRecording_FailsAndSaysSo(string text)
    {
        await using var sut = Replay(text);

        var failure = await Assert.ThrowsAsync<FeedException>(() => sut.OpenAsync(JsObject.Empty, CancellationToken.None));

        Assert.Equal("This is no recording, or there is nothing in it.", failure.Message);
        Assert.Equal(FeedState.Failed, sut.Status.State);
    }

    private static async Task<List<RecordingLine>> ReadAsync(string text)
    {
        var lines = new List<RecordingLine>();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await foreach (var line in RecordingReader.ReadAsync(stream))
        {
            lines.Add(line);
        }

        return lines;
    }

    private ReplayFeed Replay(string text, double speed = 1, bool isLooping = false) => new(
        new RecordingPlayer(() => new MemoryStream(Encoding.UTF8.GetBytes($"{Header.ToEntry().ToLine()}\n{text}")), speed, isLooping, _clock), _clock);

    private Task AdvanceUntilAsync(Func<bool> condition) => Eventually.HoldsAsync(() =>
    {
        if (condition())
        {
            return true;
        }

        _clock.Advance(TimeSpan.FromMilliseconds(5));
        return false;
    });

    /// <summary>Keeps what was written after it is closed.</summary>
    private sealed class KeptStream : Stream
    {
        private readonly MemoryStream _kept = new();

        public TaskCompletionSource? Gate { get; init; }

        public Exception? Fault { get; init; }

        public string Text => Encoding.UTF8.GetString(_kept.ToArray());

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _kept.Length;

        public override long Position
        {
            get => _kept.Position;
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => _kept.Write(buffer, offset, count);

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Fault is { } fault)
            {
                throw fault;
            }

            await (Gate?.Task ?? Task.CompletedTask);
            _kept.Write(buffer.Span);
        }
    }
}
