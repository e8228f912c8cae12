using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Checking.Validation;

/// <summary>The cases of one conformance file, by id. A missing or empty file fails the test.</summary>
internal sealed class ValidationCases
{
    private readonly Dictionary<string, JsValue> _byId;

    public ValidationCases(string fileName)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Conformance", fileName);
        _byId = JsonText.Parse(File.ReadAllText(path)).List.ToDictionary(static entry => entry["id"].Text!);
        Assert.NotEmpty(_byId);
    }

    public IReadOnlyCollection<string> Ids => _byId.Keys;

    public JsValue this[string id] => _byId[id];
}
