using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

internal sealed class ListSchema(Schema element) : Schema
{
    public Schema Element => element;

    protected override string Words => element is TextSchema ? "a list of texts" : "a list";

    protected override void Check(JsValue value, SchemaCheck check)
    {
        if (!value.IsList)
        {
            check.Expect(Expected, value, IssueCodes.Type);
            return;
        }

        var list = value.Elements;
        for (var i = 0; i < list.Length; i++)
        {
            check.Run(i, element, list[i]);
        }
    }
}
