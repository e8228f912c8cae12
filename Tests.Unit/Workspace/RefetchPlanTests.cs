using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Tests.Unit.Workspace;

public sealed class RefetchPlanTests
{
    [Theory]
    [InlineData("{}", 900d, 900d)]
    [InlineData("""{"refetchInterval": 5000}""", 5d, 900d)]
    [InlineData("""{"refetchInterval": 5000, "staleTime": 2500}""", 5d, 2.5)]
    [InlineData("""{"staleTime": false}""", 900d, null)]
    [InlineData("""{"refetchInterval": null}""", null, 900d)]
    [InlineData("""{"refetchInterval": false}""", null, null)]
    [InlineData("""{"refetchInterval": false, "staleTime": 5000}""", null, null)]
    [InlineData("""{"runButton": true}""", null, null)]
    [InlineData("""{"runButton": true, "refetchInterval": null, "staleTime": 5000}""", null, null)]
    [InlineData("""{"runButton": true, "refetchInterval": 5000}""", 5d, 900d)]
    [InlineData("""{"runButton": false}""", 900d, 900d)]
    public void Of_Keys_GiveTheTimes(string keys, double? interval, double? stale)
    {
        var plan = Plan(keys);

        Assert.Equal((interval, stale), (plan.Interval?.TotalSeconds, plan.StaleAfter?.TotalSeconds));
        Assert.Null(plan.Schedule);
    }

    [Theory]
    [InlineData("""{"refetchInterval": 500, "staleTime": "x"}""")]
    [InlineData("""{"refetchInterval": true, "staleTime": null}""")]
    [InlineData("""{"refetchInterval": " ", "staleTime": 0}""")]
    [InlineData("""{"refetchInterval": -5000, "staleTime": [1]}""")]
    public void Of_WhatWorkspaceRefuses_ReadsAsAbsent(string keys)
    {
        var plan = Plan(keys);

        Assert.Equal((900, 900), (plan.Interval?.TotalSeconds, plan.StaleAfter?.TotalSeconds));
    }

    [Fact]
    public void Of_CronText_IsNoInterval()
    {
        var plan = Plan("""{"refetchInterval": "*/5 * * * *"}""");

        Assert.Equal(("*/5 * * * *", (TimeSpan?)null, (TimeSpan?)TimeSpan.FromMinutes(15)), (plan.Schedule, plan.Interval, plan.StaleAfter));
    }

    [Fact]
    public void Of_LongerThanAnyTimer_StaysATime()
    {
        var plan = Plan("""{"refetchInterval": 1e300, "staleTime": 1e300}""");

        Assert.Equal((30d, 30d), (plan.Interval!.Value.TotalDays, plan.StaleAfter!.Value.TotalDays));
    }

    [Fact]
    public void Of_RunButton_IsRun()
    {
        Assert.True(Plan("""{"runButton": true}""").IsRun);
        Assert.False(Plan("""{"runButton": "yes"}""").IsRun);
    }

    private static RefetchPlan Plan(string keys) => RefetchPlan.Of(WidgetDefinition.Read("w", JsonText.Parse(keys)));
}
