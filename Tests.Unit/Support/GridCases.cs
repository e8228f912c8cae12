using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>The cases of one conformance file; a missing or empty file fails.</summary>
public sealed class GridCases
{
    private readonly Dictionary<string, JsValue> _byId;

    private GridCases(string file, IReadOnlyList<JsValue> cases)
    {
        File = file;
        All = cases;
        _byId = cases.ToDictionary(static item => item["id"].Text!, StringComparer.Ordinal);
    }

    public string File { get; }

    public IReadOnlyList<JsValue> All { get; }

    public JsValue this[string id] => _byId[id];

    public static GridCases Read(string file)
    {
        // Beside the published cases stand our own, for the rules that have none.
        List<JsValue> cases = [.. ListOf(file), .. ListOf($"own-{file}")];
        return cases.Count > 0 ? new GridCases(file, cases) : throw new InvalidDataException($"{file} has no cases.");
    }

    private static IReadOnlyList<JsValue> ListOf(string file) =>
        JsonText.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Conformance", file))).List;

    public TheoryData<string> Ids() => [.. _byId.Keys];

    /// <summary>Says how many cases pass and fails unless all do.</summary>
    public void AssertAll(Func<JsValue, IEnumerable<string>> check, ITestOutputHelper output)
    {
        var failed = All.Where(item => check(item).Any()).Select(static item => item["id"].Text!).ToList();
        var line = $"{File}: {All.Count - failed.Count} of {All.Count}";
        output.WriteLine(line);
        TestContext.Current.SendDiagnosticMessage(line);
        Assert.Empty(failed);
    }
}
