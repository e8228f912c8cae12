using BenchmarkDotNet.Attributes;
using LiveGridStudio.App.Backend;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.Bench.Hub;

/// <summary>Composes pending rows into one frame.</summary>
public class ComposeSteps
{
    private readonly List<TableRow> _rows = [];

    [Params(1, 5, 100)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Publish()
    {
        var book = BenchBook.Create(Rows);
        using var reader = book.Subscribe(BenchBook.Names(Rows), wakeOnTick: false);
        for (var i = 0; i < Rows; i++)
        {
            book.Publish(BenchBook.Tick(i));
        }

        _rows.Clear();
        reader.Drain(_rows);
    }

    [Benchmark(Description = "compose a frame of rows")]
    public int Compose()
    {
        var frame = RowFrame.Compose(_rows);
        var length = frame.Utf8.Length;
        frame.Return();
        return length;
    }
}
