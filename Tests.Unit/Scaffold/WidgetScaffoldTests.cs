using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Scaffold;

namespace LiveGridStudio.Tests.Unit.Scaffold;

public sealed class WidgetScaffoldTests
{
    private static readonly ScaffoldRequest Live = new("my_grid", "rows") { WsEndpoint = "rows_ws" };

    [Fact]
    public void Make_Quotes_IsTheGridThatAnAuthorWouldWrite()
    {
        var before = ScaffoldRows.Of(ScaffoldRows.Quotes);
        var after = ScaffoldRows.Of(ScaffoldRows.Quotes.Replace("222.21", "223.5", StringComparison.Ordinal));

        var sut = WidgetScaffold.Make(Live with { SnapshotOnly = ["market_cap"] }, before, after);

        Assert.Equal(
            """
            {
              "name": "My Grid",
              "description": "Rows of rows",
              "category": "Live tables",
              "type": "live_grid",
              "endpoint": "rows",
              "wsEndpoint": "rows_ws",
              "gridData": { "w": 28, "h": 9 },
              "data": {
                "wsRowIdColumn": "symbol",
                "table": {
                  "columnsDefs": [
                    { "field": "date", "headerName": "Date", "cellDataType": "dateString" },
                    { "field": "symbol", "headerName": "Symbol", "cellDataType": "text" },
                    {
                      "field": "price",
                      "headerName": "Price",
                      "cellDataType": "number",
                      "renderFn": "showCellChange",
                      "renderFnParams": { "colorValueKey": "change" }
                    },
                    {
                      "field": "change",
                      "headerName": "Change",
                      "cellDataType": "number",
                      "renderFn": "greenRed"
                    },
                    {
                      "field": "change_percent",
                      "headerName": "Change Percent",
                      "cellDataType": "number",
                      "formatterFn": "normalizedPercent",
                      "renderFn": "greenRed"
                    },
                    {
                      "field": "volume",
                      "headerName": "Volume",
                      "cellDataType": "number",
                      "formatterFn": "int"
                    },
                    {
                      "field": "market_cap",
                      "headerName": "Market Cap",
                      "cellDataType": "number",
                      "formatterFn": "int",
                      "enableCellChangeWs": false
                    }
                  ]
                }
              }
            }
            """,
            sut.Text);
        Assert.Equal([["symbol"], ["volume"], ["market_cap"]], sut.Candidates);
        Assert.Contains("showCellChange on columns that were seen to change: price.", sut.Notes);
    }

    [Fact]
    public void Make_NothingSeenToChange_MarksEveryNumberThatMay()
    {
        var sut = WidgetScaffold.Make(Live, ScaffoldRows.Of(ScaffoldRows.Book));

        Assert.Equal(["venue", "side", "level"], sut.RowId);
        Assert.Equal("""["venue","side","level"]""", JsonText.Stringify(sut.Definition["data"]["wsRowIdColumn"]));
        Assert.Equal([null, null, null, "showCellChange", "showCellChange"], Column(sut, static column => column["renderFn"].Text));
        Assert.Equal([null, null, "none", null, null], Column(sut, static column => column["formatterFn"].Text));
        Assert.Contains(sut.Notes, static note => note.Contains("No number was seen to change", StringComparison.Ordinal));
    }

    [Fact]
    public void Make_EventsThatAreAlwaysNew_HaveNoRowId()
    {
        var later = ScaffoldRows.Of(ScaffoldRows.Trades.Replace("9", "8", StringComparison.Ordinal));

        var sut = WidgetScaffold.Make(Live, ScaffoldRows.Of(ScaffoldRows.Trades), later);

        Assert.Empty(sut.RowId);
        Assert.True(sut.Definition["data"]["wsRowIdColumn"].IsUndefined);
        Assert.Contains(sut.Notes, static note => note.Contains("each message appends", StringComparison.Ordinal));
    }

    [Fact]
    public void Make_KeyOfTheTable_IsTakenAsGiven()
    {
        var sut = WidgetScaffold.Make(Live with { RowId = ["pair", "trade_id"] }, ScaffoldRows.Of(ScaffoldRows.Trades));

        Assert.Equal("""["pair","trade_id"]""", JsonText.Stringify(sut.Definition["data"]["wsRowIdColumn"]));
        Assert.Equal([["trade_id"], ["ts"]], sut.Candidates);
        Assert.Equal(["none", null, null, null, null, "none"], Column(sut, static column => column["formatterFn"].Text));
    }

    [Fact]
    public void Make_IdsThatLookLikeNumbers_StayTexts()
    {
        var sut = WidgetScaffold.Make(Live, ScaffoldRows.Of(ScaffoldRows.Texts));

        Assert.Equal(["code"], sut.RowId);
        Assert.Equal(["category", null, null], Column(sut, static column => column["chartDataType"].Text));
    }

    [Fact]
    public void Make_WithoutSocket_IsATableThatDoesNotFlash()
    {
        var sut = WidgetScaffold.Make(new ScaffoldRequest("t", "rows"), JsonText.Parse($$"""{"count": 2, "results": {{ScaffoldRows.Quotes}}}"""));

        Assert.Equal(("table", "results"), (sut.Definition["type"].Text, sut.Definition["data"]["dataKey"].Text));
        Assert.True(sut.Definition["data"]["wsRowIdColumn"].IsUndefined);
        Assert.DoesNotContain("showCellChange", Column(sut, static column => column["renderFn"].Text));
    }

    [Fact]
    public void Make_KindsOfCells_HaveTheirTypes()
    {
        var sut = WidgetScaffold.Make(Live, ScaffoldRows.Of(ScaffoldRows.Nested));

        Assert.Equal(["text", "object", "object", "boolean", null, "number", "number", "number"], Column(sut, static column => column["cellDataType"].Text));
        Assert.Equal("none", sut.Definition["data"]["table"]["columnsDefs"].List[5]["formatterFn"].Text);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[1, null]")]
    [InlineData("\"text\"")]
    [InlineData("[{}]")]
    [InlineData("[{\"\": 1}]")]
    public void Make_NoRow_SaysThatOneIsNeeded(string rows)
    {
        var sut = WidgetScaffold.Make(Live, ScaffoldRows.Of(rows));

        Assert.Contains("no row yet", sut.Problem, StringComparison.Ordinal);
        Assert.Equal(("", true), (sut.Text, sut.Definition.IsUndefined));
    }

    [Theory]
    [InlineData("nope", "The rows have no column nope; they have venue, side, level, price, size.")]
    public void Make_UnknownIdColumn_NamesThoseThatThereAre(string column, string problem) =>
        Assert.Equal(problem, WidgetScaffold.Make(Live with { RowId = [column] }, ScaffoldRows.Of(ScaffoldRows.Book)).Problem);

    [Fact]
    public void Make_RowsUnderAKey_AreNoLiveGrid() => Assert.StartsWith(
        "The rows are under \"results\"",
        WidgetScaffold.Make(Live, JsonText.Parse("""{"results": [{"a": 1}]}""")).Problem,
        StringComparison.Ordinal);

    [Fact]
    public void Make_Parameters_AreTakenFromSelectAndRows()
    {
        var sut = WidgetScaffold.Make(
            Live with
            {
                IgnoresUnknownParams = true,
                Params =
                [
                    new ScaffoldParam("exchange") { Column = "venue", IsRequired = true },
                    new ScaffoldParam("side") { Column = "side" },
                    new ScaffoldParam("free") { Column = "gone", IsRequired = true },
                ],
            },
            ScaffoldRows.Of(ScaffoldRows.Book));

        var parameters = sut.Definition["params"].List;
        Assert.Equal(["exchange", "side", "free", "keep_open"], parameters.Select(static param => param["paramName"].Text));
        Assert.Equal(["XNAS", null, null, "1"], parameters.Select(static param => param["value"].Text));
        Assert.Equal(["XNAS", "XNYS"], parameters[0]["options"].List.Select(static option => option["value"].Text));
        Assert.True(parameters[0]["multiSelect"].Boolean);
        Assert.True(parameters[2]["multiSelect"].IsUndefined);
        Assert.DoesNotContain(sut.Check!.Findings, static finding => finding.Rule is "LG009" or "LG014");
    }

    [Fact]
    public void Make_HostileNames_AreLabelledOrLeftOut()
    {
        var sut = WidgetScaffold.Make(Live with { Name = new string('x', 100_000) }, ScaffoldRows.Of(ScaffoldRows.Hostile));

        Assert.DoesNotContain(Column(sut, static column => column["headerName"].Text), static label => string.IsNullOrWhiteSpace(label) || label.Any(char.IsControl));
        Assert.Contains(sut.Notes, static note => note.StartsWith("2 columns are left out", StringComparison.Ordinal));
        Assert.True(sut.Definition["name"].Text!.Length < 500);
    }

    public static TheoryData<string> Shapes =>
        new(ScaffoldRows.Quotes, ScaffoldRows.Trades, ScaffoldRows.Book, ScaffoldRows.Texts, ScaffoldRows.Nested, ScaffoldRows.Hostile, ScaffoldRows.Wide);

    /// <summary>Whatever the rows are, Workspace accepts the definition, and our own lints have nothing to warn of.</summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public void Make_AnyShape_PassesTheCheckWithoutWarnings(string rows)
    {
        ScaffoldRequest[] requests =
        [
            Live,
            Live with { SnapshotOnly = ["size", "volume", "note", "column_5"], Params = [new ScaffoldParam("side") { Column = "side" }] },
            Live with { IgnoresUnknownParams = true, Params = [new ScaffoldParam("name") { Column = "name", IsRequired = true }] },
            new ScaffoldRequest("t", "http://127.0.0.1:8000/rows"),
        ];
        foreach (var request in requests)
        {
            var check = WidgetScaffold.Make(request, ScaffoldRows.Of(rows)).Check!;

            Assert.True(check.Verdict.Valid, check.Verdict.ErrorText);
            Assert.DoesNotContain(check.Findings, static finding => finding.Severity >= FindingSeverity.Warning);
        }
    }

    private static IEnumerable<string?> Column(ScaffoldResult result, Func<JsValue, string?> read) =>
        result.Definition["data"]["table"]["columnsDefs"].List.Select(read);
}
