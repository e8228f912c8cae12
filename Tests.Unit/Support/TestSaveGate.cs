using LiveGridStudio.App.Catalog;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>Allows saving, unless the test says otherwise.</summary>
internal sealed class TestSaveGate : ISaveGate
{
    public string? Refusal { get; set; }
}
