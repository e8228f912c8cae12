using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.Headless;

/// <summary>The samples of the docs: requests that users start from must be correct.</summary>
public sealed class SamplesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "docs", "samples");

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder, "*.json").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Samples_AreAtLeastTen() => Assert.InRange(Files.Count, 10, 100);

    [Theory]
    [MemberData(nameof(Files))]
    public void Run_Sample_PreviewsWithoutErrors(string file)
    {
        var request = JsonText.Parse(File.ReadAllText(Path.Combine(Folder, file)));

        var result = PreviewRuns.Run(request);

        Assert.Null(result.Error);
        Assert.NotEmpty(result.Answer["rows"].List);
        Assert.DoesNotContain(result.Answer["lints"].List, static lint => lint["severity"].Text == "error");
        Assert.Empty(WidgetsValidator.Validate(JsObject.Create(("sample", request["widget"]))).Issues);
        Assert.DoesNotContain(
            WidgetLinter.Lint(WidgetDefinition.Read("sample", request["widget"])), static finding => finding.Severity == FindingSeverity.Error);
    }
}
