using BenchmarkDotNet.Attributes;
using LiveGridStudio.Bench.Fanout;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Bench.Hub;

/// <summary>Applies messages to the grid, each to a row of its own, with new prices each time.</summary>
public class ApplySteps
{
    private const string Definition =
        """
        {
          "name": "Bench", "description": "", "endpoint": "rows", "wsEndpoint": "ws", "type": "live_grid",
          "data": { "wsRowIdColumn": "symbol", "table": { "columnsDefs": [
            { "field": "symbol", "headerName": "Symbol" },
            { "field": "price", "headerName": "Price", "renderFn": "showCellChange", "renderFnParams": { "colorValueKey": "change" } },
            { "field": "change", "headerName": "Change", "renderFn": "greenRed" }, { "field": "volume", "headerName": "Volume" } ] } }
        }
        """;

    private GridModel _model = new(WidgetDefinition.Read("bench", JsonText.Parse(Definition)), GridModelOptions.Default);
    private FeedFrame[][] _batches = [];
    private TimeSpan _now;
    private int _turn;

    [Params(1, 100, 10_000)]
    public int Deltas { get; set; }

    [GlobalSetup]
    public void Load()
    {
        _model = new GridModel(WidgetDefinition.Read("bench", JsonText.Parse(Definition)), GridModelOptions.Default);
        _model.Load(Rows(100), _now);
        _batches = [[new FeedFrame(Rows(101.5))], [new FeedFrame(Rows(99.25))]];
    }

    [Benchmark(Description = "apply deltas to GridModel")]
    public MergeCounts Apply()
    {
        _now += TimeSpan.FromMilliseconds(50);
        _turn = 1 - _turn;
        return _model.Apply(_batches[_turn], _now);
    }

    private JsValue Rows(double price) => JsValue.FromList(
    [
        .. Enumerable.Range(0, Deltas).Select(i => (JsValue)JsObject.Create(
            ("symbol", FanoutPlan.SymbolName(i)), ("price", price + i), ("change", price - 100), ("volume", 1000.0 + i))),
    ]);
}
