using LiveGridStudio.Shared.Feeds.Recording;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Cli.Commands;

public sealed class RecordCommandTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(TestBook.Start);
    private readonly CommandLine _sut;

    public RecordCommandTests() => _sut = new CommandLine { Clock = _clock };

    public void Dispose() => _sut.Dispose();

    [Fact]
    public async Task Record_LiveGridOfAHost_WritesWhatComesUntilTheTimeIsOver()
    {
        await using var host = new StudioFactory(("Backend:FlushInterval", "00:00:00"));
        var file = _sut.Path("r.jsonl");

        var running = _sut.RunAsync("record", host.Address.ToString(), "live_grid", "--param", "symbol=TSLA,AAPL", "--for", "00:01:00", "--out", file);
        await Eventually.HoldsAsync(() => host.Book.Table.ReadersOf("symbol", "AAPL") == 1);
        await Eventually.HoldsAsync(() => Text(file).Contains("\"kind\":\"snapshot\"", StringComparison.Ordinal));
        _clock.Advance(TimeSpan.FromSeconds(59));
        host.Ticks.Publish("AAPL", 151);
        await Eventually.HoldsAsync(() => Text(file).Contains("\"kind\":\"frame\"", StringComparison.Ordinal));
        _clock.Advance(TimeSpan.FromSeconds(1));
        var (code, output, error) = await running;

        Assert.Equal((0, ""), (code, output));
        Assert.Contains("lines, ", error, StringComparison.Ordinal);
        var entries = new List<RecordingEntry>();
        using var stream = File.OpenRead(file);
        await foreach (var line in RecordingReader.ReadAsync(stream))
        {
            entries.Add(line.Entry!);
        }

        var header = RecordingHeader.Read(entries[0])!;
        Assert.Equal(("live_grid", host.Address.GetLeftPart(UriPartial.Authority), TestBook.Start), (header.Widget.Id, header.Backend, header.StartedAt));
        Assert.Equal(2, entries.Single(static entry => entry.Kind == RecordingKind.Snapshot).Content.List.Count);
        var frame = entries.Single(static entry => entry.Kind == RecordingKind.Frame);
        Assert.Equal((TimeSpan.FromSeconds(59), 151.0), (frame.At, frame.Content["price"].Number));
    }

    [Fact]
    public async Task Record_FileThatExists_IsLeftAlone()
    {
        await using var host = new StudioFactory();
        var file = _sut.File("r.jsonl", "mine");

        var (code, _, error) = await _sut.RunAsync("record", host.Address.ToString(), "live_grid", "--out", file);

        Assert.Equal(2, code);
        Assert.Contains("--force replaces it", error, StringComparison.Ordinal);
        Assert.Equal("mine", Text(file));
    }

    [Theory]
    [InlineData("nope", "widgets.json has no widget nope; it has live_grid")]
    [InlineData("live_grid --param symbol", "--param takes name=value, not symbol")]
    [InlineData("live_grid --param nope=1", "The widget has no parameter nope; it has symbol")]
    [InlineData("live_grid --for 00:00:00", "--for takes a time above zero")]
    public async Task Record_WrongInput_SaysWhat(string arguments, string said)
    {
        await using var host = new StudioFactory();

        var (code, _, error) = await _sut.RunAsync(["record", host.Address.ToString(), .. arguments.Split(' '), "--out", _sut.Path("r.jsonl")]);

        Assert.Equal(2, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.False(File.Exists(_sut.Path("r.jsonl")));
    }

    private static string Text(string file)
    {
        if (!File.Exists(file))
        {
            return "";
        }

        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
