using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.App.Studio.List;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Studio.List;

public sealed class WidgetEntryTests
{
    [Theory]
    [InlineData("""{"name":"W","description":"","endpoint":"e","type":"chart"}""", 0, false)]
    [InlineData("""{"name":"W","description":"","endpoint":"e","type":"chart","colour":1,"stale_time":2}""", 2, false)]
    [InlineData("""{"name":1,"type":"chart"}""", 3, true)]
    [InlineData("""{"name":"W","description":"","endpoint":"e","type":"live_grid","data":{"table":{"columnsDefs":[{"field":"a"},{"field":"a"}]}}}""", null, null)]
    [InlineData("""{"groups":[{"widgetIds":["a"]},{}]}""", null, true)]
    [InlineData("""{"a":{"name":"W","description":"","endpoint":"e"}}""", null, null)]
    [InlineData("{}", null, true)]
    public void Of_Definition_CountsWhatThePanelCounts(string definition, int? count, bool? isRefused)
    {
        var draft = new DefinitionDraft("w", definition, TestBook.Clock());

        var sut = WidgetEntry.Of(WidgetCheck.Of(WidgetDefinition.Read("w", JsonText.Parse(definition))), isPreviewed: true);

        Assert.Equal((draft.Findings.Count, draft.IsRefused), (sut.FindingCount, sut.IsRefused));
        Assert.Equal((count ?? sut.FindingCount, isRefused ?? sut.IsRefused), (sut.FindingCount, sut.IsRefused));
    }

    [Fact]
    public void Name_Endless_IsCutWhereItIsShownAndFoundToItsEnd()
    {
        var sut = new WidgetEntry(WidgetCheck.Of(WidgetDefinition.Read("w", JsObject.Create(("name", new string('x', 3_000_000) + " end")))), 0, false, true);

        Assert.Equal(new string('x', Ellipsis.MostShown - 1) + "…", sut.Name);
        Assert.True(sut.Matches("end"));
    }

    [Fact]
    public void With_EditedDraft_CountsItsFindings()
    {
        const string Definition = """{"name":"W","description":"","endpoint":"e","type":"chart","colour":1}""";
        var draft = new DefinitionDraft("w", Definition, TestBook.Clock());
        var sut = WidgetEntry.Of(WidgetCheck.Of(WidgetDefinition.Read("w", JsonText.Parse(Definition))), isPreviewed: true);
        Assert.Equal((1, false), (sut.FindingCount, sut.IsRefused));

        draft.Apply(draft.Findings[0]);
        Assert.Equal((0, false), (sut.With(draft).FindingCount, sut.With(draft).IsRefused));
        draft.Edit("no JSON");
        Assert.Equal((1, true), (sut.With(draft).FindingCount, sut.With(draft).IsRefused));
        Assert.Same(sut, sut.With(null));
    }
}
