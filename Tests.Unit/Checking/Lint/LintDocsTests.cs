using System.Text.RegularExpressions;
using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Checking.FeedLint;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Tests.Unit.Checking.Lint;

/// <summary>The samples of docs/lints.md: each "before" gives its finding, no "after" does.</summary>
public sealed partial class LintDocsTests
{
    private static readonly Dictionary<string, string[]> Sections = Section()
        .Split(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "lints.md"))).Skip(1)
        .ToDictionary(static text => text[..5], static text => Block().Matches(text).Select(static match => match.Groups[1].Value).ToArray());

    public static TheoryData<string> RuleIds => [.. Enumerable.Range(1, 33).Select(static number => $"LG{number:000}")];

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Lint_BeforeAndAfter_FindsOnlyBefore(string ruleId)
    {
        var samples = Sections[ruleId];

        Assert.Equal(2, samples.Length);
        Assert.Contains(ruleId, Find(JsonText.Parse(samples[0])).Select(static finding => finding.Rule));
        Assert.DoesNotContain(ruleId, Find(JsonText.Parse(samples[1])).Select(static finding => finding.Rule));
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Repair_Before_RemovesOneFindingAndAddsNone(string ruleId)
    {
        var before = JsonText.Parse(Sections[ruleId][0]);
        var findings = Find(before);
        foreach (var finding in findings.Where(finding => finding.Rule == ruleId && finding.Repair is not null))
        {
            var after = before.Object.With("widget", finding.Repair!(before["widget"]));

            Assert.Equal(
                findings.Where(other => other != finding).Select(static other => (other.Rule, other.Path)).Where(IsIndependent),
                Find(after).Select(static other => (other.Rule, other.Path)).Where(IsIndependent));
        }

        // Other rules may also ask to declare a column or to make it live.
        static bool IsIndependent((string Rule, string Path) finding) => finding.Rule is not ("LG006" or "LG023" or "LG025");
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Docs_Repairable_IsSaidOfWhatHasAFix(string ruleId)
    {
        var section = Section().Split(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "lints.md")))
            .Single(text => text.StartsWith(ruleId, StringComparison.Ordinal));

        Assert.Equal(
            Find(JsonText.Parse(Sections[ruleId][0])).Any(finding => finding.Rule == ruleId && finding.Repair is not null),
            section.Contains("repairable", StringComparison.Ordinal));
    }

    [Fact]
    public void Docs_Sections_AreTheRules() =>
        Assert.Equal(
            RuleIds.Select(static row => row.Data).Order(StringComparer.Ordinal),
            Sections.Keys.Order(StringComparer.Ordinal));

    private static IReadOnlyList<Finding> Find(JsValue sample) => sample switch
    {
        _ when sample["apps"].IsList => [.. DocumentLinter.LintPlaced(sample["apps"], sample["document"])],
        _ when sample["socket"].IsObject => FeedFindings.Of(WidgetDefinition.Read("w", sample["widget"]), TroublesOf(sample["socket"]), null),
        _ when !sample["document"].IsUndefined => [.. DocumentLinter.LintWidgets(sample["document"])],
        _ => [.. WidgetLinter.Lint("w", sample["widget"]), .. FeedLinter.Lint(WidgetDefinition.Read("w", sample["widget"]), sample["rows"], Messages(sample))],
    };

    private static FeedTroubles TroublesOf(JsValue socket) => socket["status"].Number == 101
        ? default
        : new FeedTroubles(null, "refused") { WantsHeaders = socket["credential"] == "header" };

    private static PreviewMessage[] Messages(JsValue sample) =>
    [
        .. sample["messages"].List.Select(static message =>
            new PreviewMessage(TimeSpan.FromMilliseconds(message["at"].Number), new FeedFrame(message["data"]))),
    ];

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
