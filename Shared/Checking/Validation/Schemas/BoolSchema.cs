using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

internal sealed class BoolSchema : Schema
{
    protected override string Words => "true or false";

    protected override void Check(JsValue value, SchemaCheck check)
    {
        if (!value.IsBoolean)
        {
            check.Expect(Expected, value, IssueCodes.Type);
        }
    }
}
