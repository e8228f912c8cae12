using LiveGridStudio.Shared.Checking.Validation;

namespace LiveGridStudio.Tests.Unit.Checking.Validation;

public sealed class AppsConformanceTests(ITestOutputHelper output)
{
    private const string FileName = "apps-validation.json";

    private static readonly ValidationCases Cases = new(FileName);

    public static TheoryData<string> Ids => [.. Cases.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Validate_ConformanceCase_SameVerdictAsWorkspace(string id)
    {
        var report = AppsValidator.Validate(Cases[id]["input"]);

        Assert.Equal(Verdict.Of(Cases[id]["expect"]), Verdict.Of(report));
    }

    [Fact]
    public void Validate_ConformanceFile_AllCasesPass()
    {
        var passed = Cases.Ids.Count(id => Verdict.Of(Cases[id]["expect"]) == Verdict.Of(AppsValidator.Validate(Cases[id]["input"])));

        output.WriteLine($"{FileName}: {passed} of {Cases.Ids.Count}");
        Assert.Equal(Cases.Ids.Count, passed);
    }
}
