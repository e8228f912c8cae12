namespace LiveGridStudio.Shared.Json;

/// <summary>What a <see cref="JsValue"/> is. <see cref="Undefined"/> is "not there", which JSON itself cannot say.</summary>
public enum JsKind : byte
{
    Undefined,
    Null,
    Boolean,
    Number,
    Text,
    List,
    Object,
}
