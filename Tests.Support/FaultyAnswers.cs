namespace LiveGridStudio.Tests.Support;

/// <summary>The answers of the faulty backend until a test sets others.</summary>
internal static class FaultyAnswers
{
    /// <summary>Two id columns, nested values, nulls, markup in texts, ids that repeat when they are joined carelessly.</summary>
    public const string Rows =
        """
        [
          {"book": "A-B", "line": "C", "price": 10, "note": "<b onmouseover=alert(1)>bold</b>",
           "tags": ["x", null, 3], "more": {"a": [1, {"b": null}]}},
          {"book": "A", "line": "B-C", "price": null, "note": "</script><script>alert(1)</script>", "tags": [], "more": {}},
          {"book": "A", "line": null, "price": -0.5, "note": null, "tags": null, "more": null},
          {"book": "0700", "line": 7, "price": "1,234.5", "note": "0700", "tags": "x,y", "more": [null]}
        ]
        """;

    public const string Widgets =
        """
        {
          "odd": {
            "name": "Odd <i>grid</i>", "description": "Composite ids, arrays, nulls, markup", "category": "Odd",
            "type": "live_grid", "endpoint": "odd_rows", "wsEndpoint": "odd_ws",
            "params": [
              {"paramName": "symbol", "value": "TSLA", "label": "Symbol"},
              {"paramName": "books", "value": "A", "multiSelect": true,
               "options": [{"label": "A", "value": "A"}, {"label": "B", "value": "B"}]}
            ],
            "data": {"wsRowIdColumns": ["book", "line"], "table": {"showAll": true, "columnsDefs": [
              {"field": "book", "headerName": "Book"},
              {"field": "line", "headerName": "Line"},
              {"field": "price", "headerName": "Price", "cellDataType": "number", "renderFn": "showCellChange"},
              {"field": "note", "headerName": "Note"},
              {"field": "tags", "headerName": "Tags"},
              {"field": "more", "headerName": "More"}
            ]}}
          },
          "still": {"name": "Still table", "description": "No socket", "category": "Odd",
            "type": "table", "endpoint": "odd_table", "data": {"dataKey": "rows"}},
          "broken": {"name": "Broken rows", "description": "Not JSON", "category": "Broken",
            "type": "live_grid", "endpoint": "broken_rows", "wsEndpoint": "odd_ws"},
          "missing": {"name": "Missing rows", "description": "404", "category": "Broken",
            "type": "live_grid", "endpoint": "missing_rows", "wsEndpoint": "odd_ws"},
          "stray": {"name": "Stray", "description": "Redirects elsewhere", "category": "Broken",
            "type": "live_grid", "endpoint": "stray_rows", "wsEndpoint": "odd_ws"},
          "chart": {"name": "Chart", "description": "Not previewed", "category": "Other",
            "type": "chart", "endpoint": "odd_chart"}
        }
        """;

    public static void AddTo(FaultyBackend backend)
    {
        backend.Answer("/widgets.json", Widgets);
        backend.Answer("/odd_rows", Rows);
        backend.Answer("/odd_table", """{"rows": [{"id": 1, "x": 2}]}""");
        backend.Answer("/broken_rows", "[{\"id\": 1},\n {\"id\": 2,]");
        backend.Redirect("/stray_rows", "http://10.0.0.1/rows");
    }
}
