namespace LiveGridStudio.Shared.Json;

/// <summary>The kind of a <see cref="JsValue"/>. <see cref="Undefined"/> means absent, which JSON itself cannot express.</summary>
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
