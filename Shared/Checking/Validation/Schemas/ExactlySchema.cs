using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

/// <summary>Exactly one value: a given text, or false.</summary>
internal sealed class ExactlySchema(JsValue wanted) : Schema
{
    public JsValue Wanted => wanted;

    protected override string Words => JsonText.Stringify(wanted);

    protected override void Check(JsValue value, SchemaCheck check)
    {
        if (value != wanted)
        {
            check.Expect(Expected, value, IssueCodes.Value);
        }
    }
}
