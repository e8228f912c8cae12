using System.Collections.Frozen;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Widgets.Validation.Schemas;

/// <summary>An object with keys of the author's own choice, or of the given names only.</summary>
internal sealed class MapSchema(Schema element, string[]? names) : Schema
{
    private readonly FrozenSet<string>? _names = names?.ToFrozenSet(StringComparer.Ordinal);

    public Schema Element => element;

    public bool HasNamedKeys => names is not null;

    protected override string Words => "an object";

    protected override void Check(JsValue value, SchemaCheck check)
    {
        if (!value.IsObject)
        {
            check.Expect(Expected, value, IssueCodes.Type);
            return;
        }

        var unknown = new List<string>();
        foreach (var (name, member) in value.Object)
        {
            if (_names?.Contains(name) == false)
            {
                unknown.Add(name);
            }
            else if (name != "__proto__")
            {
                check.Run(name, element, member);
            }
        }

        if (unknown.Count > 0)
        {
            var listed = string.Join(", ", unknown.Take(5).Select(ValueWords.Quote));
            check.Add(IssueCodes.UnrecognizedKeys, unknown.Count > 5
                ? $"expected other keys than {listed} and {unknown.Count - 5} more"
                : $"expected other keys than {listed}");
        }
    }
}
