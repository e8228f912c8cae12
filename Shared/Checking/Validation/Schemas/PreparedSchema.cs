using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

internal class PreparedSchema(Func<JsValue, SchemaCheck, JsValue> prepare, Schema inner) : Schema
{
    public Schema Inner => inner;

    protected override string Words => inner.Expected;

    protected override void Check(JsValue value, SchemaCheck check)
    {
        var start = check.Mark;
        var prepared = prepare(value, check);
        if (check.IsCleanSince(start) && check.Breakage is null)
        {
            inner.Run(prepared, check);
        }
    }
}
