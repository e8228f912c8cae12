using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

internal sealed class RefinedSchema(Schema inner, Func<JsValue, bool> holds, string message, string? at, string code) : Schema
{
    public Schema Inner => inner;

    protected override string Words => inner.Expected;

    protected override void Check(JsValue value, SchemaCheck check)
    {
        var start = check.Mark;
        inner.Run(value, check);
        if (!check.IsAbortedSince(start) && !holds(value))
        {
            check.Add(code, message, continues: code == IssueCodes.Custom, at);
        }
    }
}
