using LiveGridStudio.App.Sources;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Sources;

public sealed class ReplaySourceTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Host_TableOfARecording_ServesItsRows()
    {
        var file = _folder.Write(
            "r.jsonl",
            """
            {"at":0,"kind":"state","content":{"recording":1}}
            {"at":0,"kind":"snapshot","content":[{"id":"a","price":1},{"id":"b","price":2}]}
            not json
            {"at":0,"kind":"frame","content":{"id":"a","price":3}}
            {"at":1,"kind":"frame","content":[{"id":"c"},7,{"price":1}]}
            {"at":1,"kind":"params","content":{"id":"x"}}
            """);
        await using var host = new StudioFactory(
            ("Tables:prices:Key:0", "id"), ("Tables:prices:Source:Type", "replay"), ("Tables:prices:Source:File", file), ("Ticks:Enabled", "false"));
        using var client = new HttpClient { BaseAddress = host.Address };

        await Eventually.AnswersAsync(async () => (await client.GetStringAsync("api/tables")).Contains("\"state\":\"ended\"", StringComparison.Ordinal));

        Assert.Equal("""[{"id":"a","price":3},{"id":"b","price":2},{"id":"c"}]""", await client.GetStringAsync("prices"));
        Assert.Equal("""{"status":"ticks flow"}""", await client.GetStringAsync("healthz/ready"));
    }

    [Fact]
    public async Task RunAsync_FileThatComesLater_IsTriedAgain()
    {
        var clock = TestBook.Clock();
        var table = new LiveTable("t", new TableOptions { Key = { "id" } }, clock);
        var file = _folder["late.jsonl"];
        var sut = new ReplaySource(new SourceOptions { File = file }, clock);

        var running = sut.RunAsync(new LocalTableWriter(table), table.Source, CancellationToken.None);
        await Eventually.HoldsAsync(() => table.Source.Status.State == SourceState.Retrying);
        Assert.Equal("The recording late.jsonl cannot be read: FileNotFoundException.", table.Source.Status.Reason);
        _folder.Write("late.jsonl", """{"at":0,"kind":"frame","content":{"id":1}}""");
        await Eventually.HoldsAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(30));
            return running.IsCompleted;
        });
        await running;

        Assert.Equal(1, table.Count);
    }
}
