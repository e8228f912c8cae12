using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

/// <summary>An object with known keys. Unknown keys are never an issue.</summary>
internal sealed class ObjectSchema(Key[] keys, bool othersPass) : Schema
{
    public IReadOnlyList<Key> Keys => keys;

    public bool OthersPass => othersPass;

    protected override string Words => "an object";

    /// <summary>A copy with more keys; a key with the same name replaces the old one.</summary>
    public ObjectSchema With(params Key[] more) =>
        new([.. keys.Where(key => !Array.Exists(more, other => other.Name == key.Name)), .. more], othersPass);

    protected override void Check(JsValue value, SchemaCheck check)
    {
        if (!value.IsObject)
        {
            check.Expect(Expected, value, IssueCodes.Type);
            return;
        }

        var members = value.Object;
        foreach (var key in keys)
        {
            var member = members[key.Name];
            if (key.IsRequired || !member.IsUndefined)
            {
                check.Run(key.Name, key.Schema, member);
            }
        }
    }
}
