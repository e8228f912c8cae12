using BenchmarkDotNet.Attributes;
using LiveGridStudio.Bench.Fanout;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.View;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Bench.Hub;

/// <summary>Applies a batch to a page that is sorted by a live column: 10 000 rows, some of which get new prices.</summary>
public class ArrangeSteps
{
    private const int Rows = 10_000;
    private const string Definition =
        """
        {
          "name": "Bench", "description": "", "endpoint": "rows", "wsEndpoint": "ws", "type": "live_grid",
          "data": { "wsRowIdColumn": "symbol", "table": { "columnsDefs": [
            { "field": "symbol", "headerName": "Symbol" }, { "field": "price", "headerName": "Price", "renderFn": "showCellChange" } ] } }
        }
        """;

    private readonly GridOrder _order = new();
    private GridModel _model = new(WidgetDefinition.Read("bench", JsonText.Parse(Definition)), GridModelOptions.Default);
    private FeedFrame[][] _batches = [];
    private TimeSpan _now;
    private int _turn;

    [Params(100, 1_600, 10_000)]
    public int Changed { get; set; }

    [GlobalSetup]
    public void Load()
    {
        var random = new Random(7);
        _model = new GridModel(WidgetDefinition.Read("bench", JsonText.Parse(Definition)), GridModelOptions.Default);
        _model.Load(Prices(random, Rows, 1), _now);
        _batches = [.. Enumerable.Range(0, 16).Select(_ => new[] { new FeedFrame(Prices(random, Changed, Rows / Changed)) })];
        _order.ToggleSort("price");
        _order.Arrange(_model);
    }

    [Benchmark(Description = "apply and sort 10 000 rows")]
    public int Arrange()
    {
        _now += TimeSpan.FromMilliseconds(16);
        _turn = (_turn + 1) % _batches.Length;
        _model.Apply(_batches[_turn], _now);
        return _order.Arrange(_model).Count;
    }

    private static JsValue Prices(Random random, int count, int stride) => JsValue.FromList(
    [
        .. Enumerable.Range(0, count).Select(i => (JsValue)JsObject.Create(
            ("symbol", FanoutPlan.SymbolName(i * stride)), ("price", random.Next(1, 1_000_000) / 100.0))),
    ]);
}
