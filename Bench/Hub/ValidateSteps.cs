using System.Text;
using BenchmarkDotNet.Attributes;
using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Bench.Hub;

/// <summary>A document of many widgets, each with its table and parameters.</summary>
public class ValidateSteps
{
    public const int Widgets = 2000;

    private static readonly byte[] Document = Encoding.UTF8.GetBytes(Compose());
    private static readonly JsValue Parsed = Parse(Document);

    public static int Bytes => Document.Length;

    [Benchmark(Description = "validate a document")]
    public bool Validate() => WidgetsValidator.Validate(Parsed).Valid;

    [Benchmark(Description = "parse and validate it")]
    public bool ParseAndValidate() => WidgetsValidator.Validate(Parse(Document)).Valid;

    private static JsValue Parse(byte[] utf8) =>
        JsonText.TryParse(utf8, out var value, out var error) ? value : throw new FormatException(error.ToString());

    private static string Compose()
    {
        var text = new StringBuilder("{");
        for (var i = 0; i < Widgets; i++)
        {
            text.Append(i == 0 ? "" : ",").Append('"').Append("widget_").Append(i).Append("\":").Append(Widget);
        }

        return text.Append('}').ToString();
    }

    private const string Widget =
        """
        {
          "name": "Prices", "description": "Prices of the symbols that are asked for, as they move through the day, with change and volume",
          "category": "Equity", "subCategory": "Live", "type": "live_grid", "endpoint": "live_grid_data", "wsEndpoint": "live_grid_ws",
          "gridData": { "w": 20, "h": 9, "minW": 10, "minH": 4 },
          "params": [ { "paramName": "symbol", "label": "Symbols", "description": "Symbols to show", "type": "text", "value": "TSLA,AAPL" } ],
          "data": { "wsRowIdColumn": "symbol", "dataKey": "", "table": { "showAll": true, "columnsDefs": [
            { "field": "symbol", "headerName": "Symbol", "cellDataType": "text", "pinned": "left" },
            { "field": "price", "headerName": "Price", "cellDataType": "number", "renderFn": "showCellChange" },
            { "field": "change", "headerName": "Change", "cellDataType": "number", "renderFn": "greenRed" },
            { "field": "change_percent", "headerName": "Change in percent", "cellDataType": "number", "formatterFn": "percent" },
            { "field": "volume", "headerName": "Volume", "cellDataType": "number", "formatterFn": "int" } ] } }
        }
        """;
}
