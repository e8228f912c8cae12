using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;
using LiveGridStudio.Shared.Rows;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Studio.Editor;

public sealed class DefinitionDraftTests
{
    private const string Good =
        """
        {
          "name": "Prices", "description": "", "endpoint": "rows", "wsEndpoint": "ws", "type": "live_grid",
          "data": {
            "wsRowIdColumn": "symbol",
            "table": {
              "columnsDefs": [
                { "field": "symbol", "headerName": "Symbol" },
                { "field": "price", "headerName": "Price" }
              ]
            }
          }
        }
        """;

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Findings_GoodText_AreNone() => Assert.Empty(Draft(Good).Findings);

    [Fact]
    public void Edit_TextThatIsNotJson_KeepsTheLastGoodWidgetAndMarksThePlace()
    {
        var sut = Draft(Good);

        sut.Edit("{\n  \"é😀\": tru\n}");

        var finding = Assert.Single(sut.Findings);
        Assert.Equal((FindingKind.NotJson, "not_json", FindingSeverity.Error), (finding.Kind, finding.Rule, finding.Severity));
        Assert.Equal((2, 13), (finding.Span.Line, finding.Span.Column));
        Assert.Equal("Prices", sut.Widget.Name);
        Assert.False(sut.IsReadable);
        Assert.False(sut.IsPreviewed);
    }

    [Fact]
    public void Edit_GoodText_IsPreviewed()
    {
        var sut = Draft(Good);

        sut.Edit(Good.Replace("Prices", "Quotes", StringComparison.Ordinal));

        Assert.Equal("Quotes", sut.Widget.Name);
        Assert.True(sut.IsPreviewed);
    }

    [Fact]
    public void Edit_TextThatWorkspaceRefuses_KeepsTheLastGoodWidgetAndNamesTheField()
    {
        var sut = Draft(Good);

        sut.Edit(Good.Replace("\"field\": \"price\"", "\"field\": 5", StringComparison.Ordinal));

        var finding = Assert.Single(sut.Findings, static finding => finding.Kind == FindingKind.Refused);
        Assert.Equal(("invalid_type", "data.table.columnsDefs.1.field"), (finding.Rule, finding.Path));
        Assert.Equal(new JsonTextSpan(8, 11, 8, 21), finding.Span);
        Assert.Equal("price", sut.Widget.Table.Columns[1].Field);
        Assert.False(sut.IsPreviewed);
    }

    [Fact]
    public void Widget_NeverTaken_IsTheLastOneThatCanBeRead()
    {
        var sut = Draft("""{"name": "A"}""");

        sut.Edit("""{"name": "B"}""");

        Assert.Equal("B", sut.Widget.Name);
        Assert.NotEmpty(sut.Findings);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    public void Findings_NoObject_SayThatItIsRefused(string text)
    {
        var sut = Draft(text);

        Assert.Contains(sut.Findings, static finding => finding.Severity == FindingSeverity.Error);
        Assert.False(sut.IsReadable);
    }

    [Fact]
    public void Findings_UnknownKey_StandsAtTheKeyAndCanGo()
    {
        var text = Good.Replace("\"type\"", "\"odd.key\": 5, \"type\"", StringComparison.Ordinal);
        var sut = Draft(text);

        var finding = Assert.Single(sut.Findings);
        Assert.Equal(("unrecognized_key", "odd.key"), (finding.Rule, finding.Path));
        Assert.Equal((2, text.Split('\n')[1].IndexOf("\"odd", StringComparison.Ordinal) + 1), (finding.Span.Line, finding.Span.Column));

        Assert.True(sut.Apply(finding));
        Assert.Equal(Good, sut.Text);
    }

    [Fact]
    public void Findings_ParameterInARow_StandsWhereItIsWritten()
    {
        var text = Good.Replace(
            "\"data\": {",
            """
            "params": [
                { "paramName": "a", "type": "text", "value": "", "label": "", "description": "" },
                [
                  { "paramName": "b", "type": "text", "value": "x", "label": "", "description": "" },
                  { "paramName": "c", "type": "text", "value": "x", "label": "", "description": "", "multiSelect": true }
                ]
              ],
              "data": {
            """,
            StringComparison.Ordinal);

        var finding = Assert.Single(Draft(text).Findings, static finding => finding.Rule == "LG014");

        Assert.Equal("params.2.multiSelect", finding.Path);
        Assert.Contains("multiSelect", text.Split('\n')[finding.Span.Line - 1], StringComparison.Ordinal);
        Assert.Equal("\"multiSelect\": true", text.Split('\n')[finding.Span.Line - 1][(finding.Span.Column - 1)..(finding.Span.EndColumn - 1)]);
    }

    [Fact]
    public async Task Observe_RowsAndMessages_AddTheirFindings()
    {
        var sut = Draft(Good);
        var changes = 0;
        sut.Changed += () => changes++;

        await sut.ObserveAsync(JsonText.Parse("""[{"symbol": "A"}]"""), [new PreviewMessage(TimeSpan.Zero, FeedFrame.Parse("""[{"symbol": "A"}, null]"""))]);

        Assert.Equal(["LG006", "LG021"], sut.Findings.Select(static finding => finding.Rule).Order(StringComparer.Ordinal));
        Assert.All(sut.Findings, static finding => Assert.Equal(FindingKind.FeedLint, finding.Kind));
        Assert.Equal(1, changes);

        await sut.ObserveAsync(JsonText.Parse("""[{"symbol": "B"}]"""), [new PreviewMessage(TimeSpan.Zero, FeedFrame.Parse("""[{"symbol": "A"}, null]"""))]);
        Assert.Equal(1, changes);
    }

    [Fact]
    public async Task Observe_ManyRows_AreCheckedAsideAndAnEditAsksForAnotherCheck()
    {
        var sut = Draft(Good);
        var rows = JsonText.Parse($$"""[{{string.Join(',', Enumerable.Range(0, 30_000).Select(static row => $$"""{"symbol":"{{row}}"}"""))}}]""");

        await sut.ObserveAsync(rows, []);
        Assert.Contains(sut.Findings, static finding => finding.Rule == "LG006");
        Assert.False(sut.IsBehind);

        sut.Edit(Good.Replace("\"price\"", "\"symbol2\"", StringComparison.Ordinal));
        Assert.True(sut.IsBehind);
        Assert.Contains(sut.Findings, static finding => finding.Rule == "LG006");
        await sut.ObserveAsync(rows, []);
        Assert.False(sut.IsBehind);
    }

    [Fact]
    public void Undo_TypingAndForm_GoesBackStepByStep()
    {
        var sut = Draft("""{"a": 1}""");
        sut.Edit("""{"a": 12}""", "typing");
        sut.Edit("""{"a": 123}""", "typing");
        sut.Edit("""{"a": 123, "b": true}""", "form.b");
        _clock.Advance(TimeSpan.FromSeconds(2));
        sut.Edit("""{"a": 1234, "b": true}""", "typing");

        var back = new List<string>();
        while (sut.CanUndo)
        {
            sut.Undo();
            back.Add(sut.Text);
        }

        Assert.Equal(["""{"a": 123, "b": true}""", """{"a": 123}""", """{"a": 1}"""], back);
        sut.Redo();
        Assert.Equal("""{"a": 123}""", sut.Text);
        sut.Edit("""{}""");
        Assert.False(sut.CanRedo);
    }

    [Fact]
    public void MarkSaved_ChangedText_IsNoLongerChanged()
    {
        var sut = Draft(Good);
        sut.Edit("{}");
        Assert.True(sut.IsChanged);

        sut.MarkSaved(sut.Text);
        Assert.False(sut.IsChanged);

        sut.Undo();
        Assert.True(sut.IsChanged);
    }

    [Fact]
    public void MarkSaved_TypedOnWhileItWasWritten_IsStillChanged()
    {
        var sut = Draft(Good);
        sut.Edit("{}");
        var saving = sut.Text;
        sut.Edit("[]");

        sut.MarkSaved(saving);

        Assert.True(sut.IsChanged);
        Assert.Equal("{}", sut.SavedText);
    }

    [Fact]
    public void Format_BrokenText_LeavesItAlone()
    {
        var sut = Draft("{\"a\":");

        sut.Format();

        Assert.Equal("{\"a\":", sut.Text);
        Assert.False(sut.CanUndo);
    }

    private DefinitionDraft Draft(string text) => new("w", text, _clock);
}
