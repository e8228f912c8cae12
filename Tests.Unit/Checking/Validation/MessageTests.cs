using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Checking.Validation;

public sealed class MessageTests
{
    [Theory]
    [InlineData("""{"staleTime": "fast"}""", "expected a number of at least 1000 or false, found the text \"fast\"")]
    [InlineData("""{"staleTime": 999}""", "expected a number of at least 1000 or false, found the number 999")]
    [InlineData("""{"name": null}""", "expected a text, found null")]
    [InlineData("""{"gridData": {"w": 1}}""", "expected a number, but it is missing")]
    [InlineData("""{"showTitle": 1}""", "expected true or false or null, found the number 1")]
    [InlineData("""{"data": {"wsRowIdColumn": 3}}""", "expected a text or a list of texts, found the number 3")]
    [InlineData("""{"storage": []}""", "expected an object, found an empty list")]
    [InlineData("""{"data": {"table": {"chartView": {"cellRangeCols": {"pies": null}}}}}""", "expected other keys than \"pies\"")]
    [InlineData("""{"params": [{"paramName": "p", "type": "number", "value": "."}]}""", "expected a number, found a text without digits")]
    public void Validate_OneMistake_SaysWhatWasExpectedAndFound(string widget, string message)
    {
        var report = WidgetsValidator.Validate(WidgetWith(widget));

        Assert.Equal(message, Assert.Single(report.Issues).Message);
    }

    [Fact]
    public void Validate_NameInOtherCase_SuggestsTheRightOne()
    {
        var report = WidgetsValidator.Validate(WidgetWith("""{"type": "Live-Grid"}"""));

        Assert.EndsWith("found the text \"Live-Grid\"; did you mean \"live_grid\"?", Assert.Single(report.Issues).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_ChoiceOfTypes_ListsWhatEachHadAgainstIt()
    {
        var report = WidgetsValidator.Validate(WidgetWith("""{"source": ["A", 5]}"""));

        var issue = Assert.Single(report.Issues);
        Assert.Equal("expected a text or a list of texts, found a list", issue.Message);
        Assert.Equal(
            [("", "expected a text, found a list"), ("1", "expected a text, found the number 5")],
            issue.Alternatives.Select(static other => (other.Path, other.Message)));
    }

    [Fact]
    public void Validate_HugeHostileText_IsCutAndEscaped()
    {
        var report = WidgetsValidator.Validate(WidgetWith(JsonText.Stringify(JsObject.Create(
            ("staleTime", "\u0007\"" + new string('x', 100_000) + "\uD83D")))));

        var message = Assert.Single(report.Issues).Message;
        Assert.InRange(message.Length, 1, 200);
        Assert.Contains("\\u0007\\\"xxx", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_LongKeyOfTheAuthor_IsCutInPaths()
    {
        var tab = new string('t', 100_000);
        var report = AppsValidator.Validate(JsonText.Parse($$"""[{"name": "A", "tabs": {"{{tab}}": {"id": 1} } }]"""));

        Assert.All(report.Issues, static issue => Assert.InRange(issue.Path.Length, 1, 300));
    }

    [Fact]
    public void Validate_Refused_ErrorTextNamesWidgetPathAndReason()
    {
        var report = WidgetsValidator.Validate(JsonText.Parse(
            """{"p": {"name": "Prices", "description": "", "endpoint": 1}, "q": {"name": "Q", "description": "", "endpoint": null}}"""));

        Assert.Equal(
            "Prices (p):\n  endpoint: expected a text, found the number 1\n\nQ (q):\n  endpoint: expected a text, found null",
            report.ErrorText);
    }

    [Fact]
    public void Validate_EntryThatIsNoWidget_ErrorTextSaysWhich()
    {
        var report = WidgetsValidator.Validate(JsonText.Parse("""{"$schema": "https://example.com/s.json"}"""));

        Assert.Equal(ValidationFailure.Exception, report.Failure);
        Assert.Contains("\"$schema\": expected a widget, found the text", report.ErrorText, StringComparison.Ordinal);
    }

    private static JsValue WidgetWith(string members) => JsObject.Create(("w", JsObject.Create(
    [
        KeyValuePair.Create<string, JsValue>("name", "N"),
        KeyValuePair.Create<string, JsValue>("description", "D"),
        KeyValuePair.Create<string, JsValue>("endpoint", "e"),
        .. JsonText.Parse(members).Object,
    ])));
}
