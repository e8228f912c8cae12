using System.Collections.Frozen;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

/// <summary>An object whose keys the author chooses, or only the given names.</summary>
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

        var unknown = 0;
        var members = value.Object;
        for (var i = 0; i < members.Count; i++)
        {
            var (name, member) = members[i];
            if (_names?.Contains(name) == false)
            {
                unknown++;
            }
            else if (name != "__proto__")
            {
                check.Run(name, element, member);
            }
        }

        if (unknown > 0)
        {
            check.Add(IssueCodes.UnrecognizedKeys, check.Lists ? Say(members, unknown) : "");
        }
    }

    private string Say(JsObject members, int unknown)
    {
        const int Most = 5;
        var listed = string.Join(", ", members
            .Where(member => !_names!.Contains(member.Key)).Take(Most).Select(static member => ValueWords.Quote(member.Key)));
        return unknown > Most ? $"expected other keys than {listed} and {unknown - Most} more" : $"expected other keys than {listed}";
    }
}
