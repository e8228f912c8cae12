using System.Diagnostics.CodeAnalysis;

namespace LiveGridStudio.Shared.Json;

/// <summary>
/// One immutable JSON value as JavaScript sees it: numbers are doubles, "not there" differs from null, and
/// truthiness, text and equality follow the language that Workspace is written in.
/// </summary>
public readonly struct JsValue : IEquatable<JsValue>
{
    private readonly object? _reference;
    private readonly double _number;

    private JsValue(JsKind kind, object? reference, double number = 0)
    {
        Kind = kind;
        _reference = reference;
        _number = number;
    }

    /// <summary>A value that is not there; also <c>default</c>.</summary>
    public static JsValue Undefined => default;

    public static JsValue Null { get; } = new(JsKind.Null, null);

    public static JsValue True { get; } = new(JsKind.Boolean, null, 1);

    public static JsValue False { get; } = new(JsKind.Boolean, null);

    public JsKind Kind { get; }

    public bool IsUndefined => Kind == JsKind.Undefined;

    public bool IsNull => Kind == JsKind.Null;

    /// <summary>Null or not there (JavaScript's <c>== null</c>).</summary>
    public bool IsNullish => Kind <= JsKind.Null;

    public bool IsNumber => Kind == JsKind.Number;

    public bool IsText => Kind == JsKind.Text;

    public bool IsBoolean => Kind == JsKind.Boolean;

    public bool IsList => Kind == JsKind.List;

    public bool IsObject => Kind == JsKind.Object;

    /// <summary>The number; 0 for every other kind.</summary>
    public double Number => Kind == JsKind.Number ? _number : 0;

    /// <summary>The boolean; false for every other kind.</summary>
    public bool Boolean => Kind == JsKind.Boolean && _number != 0;

    /// <summary>The text, or null when the value is of another kind.</summary>
    public string? Text => Kind == JsKind.Text ? (string)_reference! : null;

    /// <summary>The elements; empty for every other kind.</summary>
    public IReadOnlyList<JsValue> List => Kind == JsKind.List ? (JsValue[])_reference! : [];

    /// <summary>The object; the empty one for every other kind.</summary>
    public JsObject Object => Kind == JsKind.Object ? (JsObject)_reference! : JsObject.Empty;

    /// <summary>The named member of an object; undefined for every other kind and for a name that is not there.</summary>
    public JsValue this[string name] => Kind == JsKind.Object ? ((JsObject)_reference!)[name] : default;

    /// <summary>False for undefined, null, false, 0, NaN and the empty text; true for all else.</summary>
    public bool IsTruthy => Kind switch
    {
        JsKind.Undefined or JsKind.Null => false,
        JsKind.Boolean => _number != 0,
        JsKind.Number => _number != 0 && !double.IsNaN(_number),
        JsKind.Text => ((string)_reference!).Length > 0,
        _ => true,
    };

    public static JsValue FromBoolean(bool value) => value ? True : False;

    public static JsValue FromNumber(double value) => new(JsKind.Number, null, value);

    /// <summary>A text; a null string becomes JSON null.</summary>
    public static JsValue FromText(string? value) => value is null ? Null : new(JsKind.Text, value);

    /// <summary>A list that takes over <paramref name="elements"/>; the caller must not change it afterwards.</summary>
    public static JsValue FromList(params JsValue[] elements) => new(JsKind.List, elements);

    public static JsValue FromObject(JsObject value) => new(JsKind.Object, value);

    public static implicit operator JsValue(double value) => FromNumber(value);

    public static implicit operator JsValue(string? value) => FromText(value);

    public static implicit operator JsValue(bool value) => FromBoolean(value);

    public static implicit operator JsValue(JsObject value) => FromObject(value);

    public static bool operator ==(JsValue left, JsValue right) => left.Equals(right);

    public static bool operator !=(JsValue left, JsValue right) => !left.Equals(right);

    public bool TryGetText([NotNullWhen(true)] out string? text)
    {
        text = Text;
        return text is not null;
    }

    public bool TryGetNumber(out double number)
    {
        number = Number;
        return Kind == JsKind.Number;
    }

    /// <summary>
    /// Equality of content. Scalars compare as JavaScript's <c>===</c> does, except that NaN equals itself; lists and
    /// objects compare element by element, objects without regard to order.
    /// </summary>
    public bool Equals(JsValue other)
    {
        if (Kind != other.Kind)
        {
            return false;
        }

        return Kind switch
        {
            JsKind.Undefined or JsKind.Null => true,
            JsKind.Boolean or JsKind.Number => _number.Equals(other._number) || _number == other._number,
            JsKind.Text => string.Equals((string)_reference!, (string)other._reference!, StringComparison.Ordinal),
            _ when ReferenceEquals(_reference, other._reference) => true,
            JsKind.List => ((JsValue[])_reference!).AsSpan().SequenceEqual((JsValue[])other._reference!),
            _ => Object.ContentEquals(other.Object),
        };
    }

    public override bool Equals(object? obj) => obj is JsValue other && Equals(other);

    public override int GetHashCode() => Kind switch
    {
        JsKind.Boolean or JsKind.Number => HashCode.Combine(Kind, _number == 0 ? 0d : _number),
        JsKind.Text => HashCode.Combine(Kind, _reference),
        JsKind.List => HashCode.Combine(Kind, List.Count),
        JsKind.Object => HashCode.Combine(Kind, Object.Count),
        _ => (int)Kind,
    };

    /// <summary>JavaScript's <c>String(value)</c>.</summary>
    public override string ToString() => Kind switch
    {
        JsKind.Undefined => "undefined",
        JsKind.Null => "null",
        JsKind.Boolean => _number != 0 ? "true" : "false",
        JsKind.Number => JsNumber.ToText(_number),
        JsKind.Text => (string)_reference!,
        JsKind.List => string.Join(',', List.Select(static item => item.IsNullish ? "" : item.ToString())),
        _ => "[object Object]",
    };
}
