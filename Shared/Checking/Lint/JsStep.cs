using LiveGridStudio.Shared.Checking.Validation.Schemas;

namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>One step into a JSON value: a key, or a place in a list.</summary>
internal readonly record struct JsStep(string? Key, int Index)
{
    public static implicit operator JsStep(string key) => new(key, 0);

    public static implicit operator JsStep(int index) => new(null, index);
}
