using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

internal sealed class AnythingSchema : Schema
{
    protected override string Words => "anything";

    protected override void Check(JsValue value, SchemaCheck check)
    {
    }
}
