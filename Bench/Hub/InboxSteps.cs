using System.Text;
using BenchmarkDotNet.Attributes;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Bench.Hub;

/// <summary>A frame of 1 000 rows from the wire to the reader: parsed, queued, drained.</summary>
public class InboxSteps
{
    private const int Rows = 1000;

    private readonly FrameInbox _inbox = new(new FrameInboxLimits(), TimeProvider.System);
    private readonly List<FeedFrame> _frames = [];
    private byte[] _frame = [];

    /// <summary>Fields of each row, including its id.</summary>
    [Params(6, 12)]
    public int Fields { get; set; }

    [GlobalSetup]
    public void Write()
    {
        var random = new Random(7);
        var rows = Enumerable.Range(0, Rows).Select(row => (JsValue)JsObject.Create(
            Enumerable.Range(0, Fields).Select(field => KeyValuePair.Create(
                $"field_{field}", field == 0 ? (JsValue)$"S{row:D5}" : random.Next(1, 1_000_000) / 100.0))));
        _frame = Encoding.UTF8.GetBytes(JsonText.Stringify(JsValue.FromList([.. rows])));
    }

    [Benchmark(Description = "receive 1 000 rows of n fields")]
    public int Receive()
    {
        _inbox.Add(_frame);
        _frames.Clear();
        _inbox.Drain(_frames);
        // The reader reads the id of each row.
        var found = 0;
        foreach (var row in _frames[0].Value.List)
        {
            found += row["field_0"].IsText ? 1 : 0;
        }

        return found;
    }
}
