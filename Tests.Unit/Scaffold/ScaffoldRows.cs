using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Scaffold;

/// <summary>Answers of endpoints, as people have them.</summary>
internal static class ScaffoldRows
{
    public const string Quotes = """
        [{"date": "2026-11-22", "symbol": "TSLA", "price": 222.21, "change": -17.79, "change_percent": -0.0741, "volume": 1503058, "market_cap": 711072000000},
         {"date": "2026-11-22", "symbol": "AAPL", "price": 150.0, "change": 4.46, "change_percent": 0.0306, "volume": 1000000, "market_cap": 2400000000000}]
        """;

    public const string Trades = """
        [{"trade_id": 91, "pair": "BTC-USD", "side": "buy", "price": 64123.5, "size": 0.015, "ts": 1764561600123},
         {"trade_id": 92, "pair": "BTC-USD", "side": "sell", "price": 64123.0, "size": 1.2, "ts": 1764561600223},
         {"trade_id": 93, "pair": "BTC-USD", "side": "buy", "price": 64124.5, "size": 0.1, "ts": 1764561600323}]
        """;

    public const string Book = """
        [{"venue": "XNAS", "side": "bid", "level": 1, "price": 100.25, "size": 300}, {"venue": "XNAS", "side": "ask", "level": 1, "price": 100.5, "size": 300},
         {"venue": "XNAS", "side": "bid", "level": 2, "price": 100.25, "size": 300}, {"venue": "XNAS", "side": "ask", "level": 2, "price": 100.5, "size": 200},
         {"venue": "XNYS", "side": "bid", "level": 1, "price": 100.25, "size": 300}, {"venue": "XNYS", "side": "ask", "level": 1, "price": 100.5, "size": 300}]
        """;

    public const string Texts = """[{"code": "0700", "name": "Tencent", "note": "a"}, {"code": "0005", "name": "HSBC", "note": null}]""";

    public const string Nested = """
        [{"id": "a", "bid": {"price": 1, "size": 2}, "tags": ["x", "y"], "ok": true, "none": null, "year": 2024, "fee_pct": 12.5},
         {"id": "b", "bid": {"price": 2, "size": 2}, "tags": [], "ok": false, "none": null, "year": 2025, "fee_pct": 1.5, "late": 3}]
        """;

    public const string Hostile = """
        [{"id": 1, "a.b": 1, "it's \"quoted\"": 2, "<script>alert(1)</script>": 3, "": 4, "   ": 5, "\u0000\u001b[31m": 6, "_": 7, "__proto__": 8, "$%&": 9,
          "Index?": 1, "ünït": 2, "\ud800": 3}]
        """;

    public static string Wide => JsonText.Stringify(JsValue.FromList([.. Enumerable.Range(0, 4).Select(static row => (JsValue)JsObject.Create(
        [
            .. Enumerable.Range(0, 300).Select(column => KeyValuePair.Create($"column_{column}", (JsValue)(row + (column / 10.0)))),
            KeyValuePair.Create(new string('n', 5000), (JsValue)1),
        ]))]));

    public static JsValue Of(string rows) => JsonText.Parse(rows);
}
