using System.IO.Pipelines;
using System.Text;
using LiveGridStudio.App.Backend.Ingest;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;

namespace LiveGridStudio.Tests.Unit.Backend.Tables;

/// <summary>A table whose place stops to answer in the middle of a push.</summary>
public sealed class PushTallyTests
{
    [Fact]
    public async Task Flush_WriterThatFailsHalfway_CountsWhatIsWritten()
    {
        var sut = new PushTally(new FailingWriter(rows: 1), CancellationToken.None);
        await sut.AddAsync(1, JsonText.Parse("""{"id": 1}"""));
        await sut.AddAsync(2, JsonText.Parse("""{"id": 2}"""));

        await Assert.ThrowsAsync<TableUnavailableException>(() => sut.FlushAsync().AsTask());

        Assert.Equal(1, sut.ToJson()["applied"].Number);
    }

    [Fact]
    public async Task Read_WriterThatFails_LeavesTheBodyToTheServer()
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 300).Select(static i => $"{{\"id\": {i}}}\n"))));

        await Assert.ThrowsAsync<TableUnavailableException>(() =>
            RowLines.ReadAsync(pipe.Reader, new PushTally(new FailingWriter(rows: 0), CancellationToken.None), CancellationToken.None));

        // As the server does to read the rest; a reader that was left in the middle throws.
        await pipe.Writer.WriteAsync("rest"u8.ToArray());
        pipe.Reader.AdvanceTo((await pipe.Reader.ReadAsync()).Buffer.End);
    }

    /// <param name="rows">How many rows it writes before it fails.</param>
    private sealed class FailingWriter(int rows) : ITableWriter
    {
        public LiveTable Table { get; } = new("t", new TableOptions { Key = { "id" } }, TimeProvider.System);

        public ValueTask WriteAsync(IReadOnlyList<JsObject> all, List<TableChange> changes, CancellationToken cancellationToken)
        {
            changes.AddRange(all.Take(rows).Select(Table.Write));
            throw new TableUnavailableException("away");
        }

        public ValueTask<TableChange> WriteAsync(JsObject row, CancellationToken cancellationToken) => throw new TableUnavailableException("away");

        public ValueTask<bool> RemoveAsync(IReadOnlyList<string> key, CancellationToken cancellationToken) => throw new TableUnavailableException("away");
    }
}
