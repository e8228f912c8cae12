using LiveGridStudio.App.Studio.Editor;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Studio.Editor;

public sealed class ColumnEditsTests
{
    private const string Columns =
        """
        { "field": "symbol", "headerName": "Symbol" },
                { "field": "price", "renderFn": ["showCellChange", "mine"], "renderFnParams": { "colorValueKey": "change" } },
                {
                  "field": "change", "width": 1e2, "pinned": true,
                  "renderFnParams": { "colorRules": [{"condition": "gt", "value": 0, "color": "#0f0"}, {"condition": "lt", "value": 0, "color": "red"}] }
                }
        """;

    private readonly DefinitionDraft _draft = new("w", Text(Columns), new FakeTimeProvider());

    private ColumnEdits Sut => new(_draft);

    [Fact]
    public void Rows_Columns_AreRead()
    {
        var rows = Sut.Rows;

        Assert.Equal(["symbol", "price", "change"], rows.Select(static row => row.Field));
        Assert.Equal(["showCellChange", "mine"], rows[1].RenderFunctions);
        Assert.Equal("change", rows[1].ColorValueKey);
        Assert.Equal((100, "left", true, 2), (rows[2].Width, rows[2].Pinned, rows[2].IsLive, rows[2].ColorRules.Count));
    }

    [Fact]
    public void Move_Down_KeepsTheTextOfEach()
    {
        Sut.Move(0, 1);

        AssertColumns(
            """
            { "field": "price", "renderFn": ["showCellChange", "mine"], "renderFnParams": { "colorValueKey": "change" } },
                    { "field": "symbol", "headerName": "Symbol" },
                    {
                      "field": "change", "width": 1e2, "pinned": true,
                      "renderFnParams": { "colorRules": [{"condition": "gt", "value": 0, "color": "#0f0"}, {"condition": "lt", "value": 0, "color": "red"}] }
                    }
            """);
    }

    public static TheoryData<string, Action<ColumnEdits>, string, string> Edits() => new()
    {
        { "header", static sut => sut.SetHeader(0, "Sym"), "\"Symbol\"", "\"Sym\"" },
        { "new header", static sut => sut.SetHeader(1, "P"), "\"colorValueKey\": \"change\" }", "\"colorValueKey\": \"change\" }, \"headerName\": \"P\"" },
        { "field", static sut => sut.SetField(0, "s"), "\"symbol\"", "\"s\"" },
        { "render list", static sut => sut.SetRenderFunctions(1, ["showCellChange", "mine", "greenRed"]), "\"mine\"]", "\"mine\", \"greenRed\"]" },
        { "no render", static sut => sut.SetRenderFunctions(1, []), " \"renderFn\": [\"showCellChange\", \"mine\"],", "" },
        { "one render", static sut => sut.SetRenderFunctions(0, ["titleCase"]), "\"Symbol\"", "\"Symbol\", \"renderFn\": \"titleCase\"" },
        { "two renders", static sut => sut.SetRenderFunctions(0, ["titleCase", "greenRed"]), "\"Symbol\"", "\"Symbol\", \"renderFn\": [\"titleCase\", \"greenRed\"]" },
        { "color key", static sut => sut.SetColorValueKey(1, " volume "), "\"colorValueKey\": \"change\"", "\"colorValueKey\": \"volume\"" },
        { "no color key", static sut => sut.SetColorValueKey(1, ""), ", \"renderFnParams\": { \"colorValueKey\": \"change\" }", "" },
        { "not live", static sut => sut.SetLive(0, false), "\"Symbol\"", "\"Symbol\", \"enableCellChangeWs\": false" },
        { "width", static sut => sut.SetWidth(2, 90.5), "1e2", "90.5" },
        { "no width", static sut => sut.SetWidth(2, null), " \"width\": 1e2,", "" },
        { "unpinned", static sut => sut.SetPinned(2, null), ", \"pinned\": true", "" },
        { "pinned", static sut => sut.SetPinned(2, "right"), "\"pinned\": true", "\"pinned\": \"right\"" },
        { "hidden", static sut => sut.SetHidden(0, true), "\"Symbol\"", "\"Symbol\", \"hide\": true" },
        { "rule color", static sut => sut.SetColorRule(2, 0, new ColorRuleEdit { Color = "blue" }), "#0f0", "blue" },
        { "rule value", static sut => sut.SetColorRule(2, 1, new ColorRuleEdit { Value = "-1.5" }), "\"lt\", \"value\": 0", "\"lt\", \"value\": -1.5" },
        { "rule fill", static sut => sut.SetColorRule(2, 0, new ColorRuleEdit { Fill = true }), "\"#0f0\"", "\"#0f0\", \"fill\": true" },
        { "rule between", static sut => sut.SetColorRule(2, 1, new ColorRuleEdit { Condition = "between" }), "\"lt\", \"value\": 0, \"color\": \"red\"", "\"between\", \"color\": \"red\", \"range\": { \"min\": 0, \"max\": 1 }" },
        { "rule text", static sut => sut.SetColorRule(2, 1, new ColorRuleEdit { Condition = "contains" }), "\"lt\", \"value\": 0", "\"contains\", \"value\": \"0\"" },
        { "no rule", static sut => sut.RemoveColorRule(2, 1), ", {\"condition\": \"lt\", \"value\": 0, \"color\": \"red\"}", "" },
        { "new rule", static sut => sut.AddColorRule(1), "\"colorValueKey\": \"change\"", "\"colorValueKey\": \"change\", \"colorRules\": [{ \"condition\": \"gt\", \"value\": 0, \"color\": \"green\" }]" },
        { "add", static sut => sut.Add("volume"), "\"red\"}] }\n        }", "\"red\"}] }\n        },\n        { \"field\": \"volume\", \"headerName\": \"volume\" }" },
        { "remove", static sut => sut.Remove(0), "{ \"field\": \"symbol\", \"headerName\": \"Symbol\" },\n        ", "" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void Edit_OneThing_ChangesThatPlaceAlone(string what, Action<ColumnEdits> edit, string gone, string come)
    {
        edit(Sut);

        Assert.Equal(Text(Columns.Replace(gone, come, StringComparison.Ordinal)), _draft.Text);
        _draft.Undo();
        Assert.Equal(Text(Columns), _draft.Text);
        Assert.NotEmpty(what);
    }

    [Fact]
    public void RemoveColorRule_LastOne_TakesTheList()
    {
        Sut.RemoveColorRule(2, 0);
        Sut.RemoveColorRule(2, 0);

        Assert.DoesNotContain("renderFnParams\": { \"colorRules", _draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_NoTableYet_MakesOne()
    {
        var draft = new DefinitionDraft("w", "{\n  \"name\": \"N\"\n}", new FakeTimeProvider());

        new ColumnEdits(draft).Add("price");

        Assert.Equal("price", Assert.Single(draft.Widget.Table.Columns).Field);
    }

    [Fact]
    public void Edit_BrokenText_DoesNothing()
    {
        var draft = new DefinitionDraft("w", "{", new FakeTimeProvider());
        var sut = new ColumnEdits(draft);

        sut.Add("a");
        sut.Move(0, 1);
        sut.Remove(0);
        sut.AddColorRule(0);
        sut.SetHeader(0, "x");
        sut.RemoveColorRule(0, 0);

        Assert.Empty(sut.Rows);
        Assert.Equal("{", draft.Text);
    }

    private void AssertColumns(string columns) => Assert.Equal(Text(columns), _draft.Text);

    private static string Text(string columns) =>
        $$"""
        {
          "name": "N", "description": "", "endpoint": "e", "type": "live_grid",
          "data": {
            "table": {
              "columnsDefs": [
                {{columns}}
              ]
            }
          }
        }
        """;
}
