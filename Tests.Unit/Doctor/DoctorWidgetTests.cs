using LiveGridStudio.App.Doctor;
using Microsoft.AspNetCore.Http;

namespace LiveGridStudio.Tests.Unit.Doctor;

/// <summary>What the doctor says of one widget: its endpoint, options, defaults, and what an empty parameter does.</summary>
public sealed class DoctorWidgetTests
{
    private const string Symbol = """, "params": [{"paramName": "symbol", "type": "text", "value": "TSLA"}]""";

    [Theory]
    [InlineData("""{"detail": "no key"}""", DoctorStatus.Error)]
    [InlineData("""{"data": [{"symbol": "TSLA"}]}""", DoctorStatus.Error)]
    [InlineData("not JSON", DoctorStatus.Error)]
    [InlineData("[]", DoctorStatus.Warning)]
    [InlineData("""[{"symbol": "TSLA", "price": 1}]""", DoctorStatus.Ok)]
    public async Task Examine_AnswerOfALiveGrid_MustBeRows(string body, DoctorStatus status)
    {
        await using var bench = await DoctorBench.StartAsync();
        bench.Backend.Answer("/rows", body);

        Assert.Equal(status, (await bench.ExamineAsync()).StatusOf("widget.shape"));
    }

    [Fact]
    public async Task Examine_RowsThatTheDefinitionDoesNotFit_AreFindings()
    {
        await using var bench = await DoctorBench.StartAsync();
        bench.Backend.Answer("/rows", """[{"id": "TSLA", "price": 1}]""");

        var report = await bench.ExamineAsync();

        Assert.Equal(DoctorStatus.Error, report.StatusOf("widget.rows"));
        Assert.Contains(report.Findings, static found => found.Finding is { Rule: "LG003", WidgetId: "grid" });
    }

    [Theory]
    [InlineData(422, DoctorStatus.Warning)]
    [InlineData(500, DoctorStatus.Error)]
    [InlineData(404, DoctorStatus.Error)]
    public async Task Examine_ParameterWithoutADefault_IsTheUsersToChoose(int answer, DoctorStatus status)
    {
        await using var bench = await DoctorBench.StartAsync(DoctorBench.Grid(""", "params": [{"paramName": "symbol", "type": "text"}]"""));
        bench.Backend.Answer("/rows", """{"detail": "symbol is required"}""", answer);

        var step = (await bench.ExamineAsync()).Step("widget.endpoint");

        Assert.Equal((status, $"{answer}"), (step.Status, step.Seen));
        Assert.Contains("symbol is required", step.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, DoctorStatus.Ok)]
    [InlineData(422, DoctorStatus.Ok)]
    [InlineData(500, DoctorStatus.Warning)]
    public async Task Examine_EmptiedParameter_MayNotBreakTheEndpoint(int answer, DoctorStatus status)
    {
        await using var bench = await DoctorBench.StartAsync(DoctorBench.Grid(Symbol));
        bench.Backend.Answer("/rows", context =>
        {
            context.Response.StatusCode = context.Request.Query.ContainsKey("symbol") ? 200 : answer;
            return context.Response.WriteAsync("""[{"symbol": "TSLA", "price": 1}]""");
        });

        var report = await bench.ExamineAsync();

        Assert.Equal(DoctorStatus.Ok, report.StatusOf("widget.endpoint"));
        Assert.Equal(status, report.StatusOf("widget.empty"));
    }

    [Theory]
    [InlineData("""[{"label": "Tesla", "value": "TSLA"}]""", DoctorStatus.Ok, null)]
    [InlineData("""[{"label": "Apple", "value": "AAPL"}]""", DoctorStatus.Ok, DoctorStatus.Warning)]
    [InlineData("""{"detail": "none"}""", DoctorStatus.Error, null)]
    public async Task Examine_OptionsEndpoint_IsAsked(string options, DoctorStatus status, DoctorStatus? defaults)
    {
        await using var bench = await DoctorBench.StartAsync(DoctorBench.Grid(
            """, "params": [{"paramName": "symbol", "type": "endpoint", "value": "TSLA", "optionsEndpoint": "symbols"}]"""));
        bench.Backend.Answer("/symbols", options);

        var report = await bench.ExamineAsync();

        Assert.Equal(status, report.StatusOf("widget.options"));
        Assert.Equal(defaults, report.StatusOf("widget.defaults"));
    }

    [Fact]
    public async Task Examine_OptionsThatWaitForAnotherParameter_AreSkipped()
    {
        await using var bench = await DoctorBench.StartAsync(DoctorBench.Grid(
            """
            , "params": [{"paramName": "sector", "type": "text"},
                         {"paramName": "symbol", "type": "endpoint", "optionsEndpoint": "symbols", "optionsParams": {"sector": "$sector"}}]
            """));

        Assert.Equal(DoctorStatus.Skipped, (await bench.ExamineAsync()).StatusOf("widget.options"));
    }

    [Theory]
    [InlineData("omni")]
    [InlineData("multi_file_viewer")]
    [InlineData("ssrm_table")]
    [InlineData("note")]
    [InlineData("iframe")]
    public async Task Examine_TypeThatIsNotReadWithGet_IsNotAsked(string type)
    {
        await using var bench = await DoctorBench.StartAsync(DoctorBench.Widget(type));

        var report = await bench.ExamineAsync();

        Assert.Equal(DoctorStatus.Skipped, report.StatusOf("widget.endpoint"));
        Assert.DoesNotContain(bench.Backend.Requests, static request => request.Path == "/rows");
    }

    [Fact]
    public async Task Examine_204_IsAnError()
    {
        await using var bench = await DoctorBench.StartAsync();
        bench.Backend.Answer("/rows", static context =>
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });

        Assert.Equal(DoctorStatus.Error, (await bench.ExamineAsync()).StatusOf("widget.endpoint"));
    }
}
