namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>One step of a path through a JSON value: a key, or an index of a list.</summary>
internal readonly record struct JsStep(string? Key, int Index)
{
    public static implicit operator JsStep(string key) => new(key, 0);

    public static implicit operator JsStep(int index) => new(null, index);
}
