using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Checking.Validation;

/// <summary>The cases of one conformance file, by id. A missing or empty file fails the test.</summary>
internal sealed class ValidationCases
{
    private readonly Dictionary<string, JsValue> _byId;

    public ValidationCases(string fileName)
    {
        // Beside the published cases stand our own, for the rules that have none.
        _byId = ListOf(fileName).Concat(ListOf($"own-{fileName}")).ToDictionary(static entry => entry["id"].Text!);
        Assert.NotEmpty(_byId);
    }

    public IReadOnlyCollection<string> Ids => _byId.Keys;

    public JsValue this[string id] => _byId[id];

    private static IReadOnlyList<JsValue> ListOf(string fileName) =>
        JsonText.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Conformance", fileName))).List;
}
