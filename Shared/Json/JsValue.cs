using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace LiveGridStudio.Shared.Json;

/// <summary>
/// One immutable JSON value as JavaScript sees it: numbers are doubles, absent differs from null, and truthiness, text and equality follow
/// JavaScript, the language of Workspace.
/// </summary>
/// <remarks>
/// Two machine words, because documents and rows consist of millions of values: one reference gives the kind and, for texts, lists and
/// objects, the content.
/// </remarks>
public readonly struct JsValue : IEquatable<JsValue>
{
    private static readonly KindTag NullTag = new(JsKind.Null);
    private static readonly KindTag BooleanTag = new(JsKind.Boolean);
    private static readonly KindTag NumberTag = new(JsKind.Number);

    /// <summary>A text, the elements of a list, an object, or the tag of a kind without content.</summary>
    private readonly object? _reference;
    private readonly double _number;

    private JsValue(object? reference, double number = 0)
    {
        _reference = reference;
        _number = number;
    }

    /// <summary>An absent value; equal to <c>default</c>.</summary>
    public static JsValue Undefined => default;

    public static JsValue Null { get; } = new(NullTag);

    public static JsValue True { get; } = new(BooleanTag, 1);

    public static JsValue False { get; } = new(BooleanTag);

    public JsKind Kind => _reference switch
    {
        null => JsKind.Undefined,
        KindTag tag => tag.Kind,
        string => JsKind.Text,
        JsObject => JsKind.Object,
        _ => JsKind.List,
    };

    public bool IsUndefined => _reference is null;

    public bool IsNull => ReferenceEquals(_reference, NullTag);

    /// <summary>Null or undefined (JavaScript's <c>== null</c>).</summary>
    public bool IsNullish => _reference is null || ReferenceEquals(_reference, NullTag);

    public bool IsNumber => ReferenceEquals(_reference, NumberTag);

    public bool IsText => _reference is string;

    public bool IsBoolean => ReferenceEquals(_reference, BooleanTag);

    public bool IsList => _reference is JsValue[];

    public bool IsObject => _reference is JsObject;

    /// <summary>The number; 0 for every other kind.</summary>
    public double Number => IsNumber ? _number : 0;

    /// <summary>The boolean; false for every other kind.</summary>
    public bool Boolean => IsBoolean && _number != 0;

    /// <summary>The text, or null when the value is of another kind.</summary>
    public string? Text => _reference as string;

    /// <summary>The elements; empty for every other kind.</summary>
    public IReadOnlyList<JsValue> List => _reference as JsValue[] ?? [];

    /// <summary>The same as <see cref="List"/>, for fast iteration.</summary>
    internal ReadOnlySpan<JsValue> Elements => _reference as JsValue[];

    /// <summary>The object; the empty one for every other kind.</summary>
    public JsObject Object => _reference as JsObject ?? JsObject.Empty;

    /// <summary>The named member of an object; undefined for every other kind and for an unknown name.</summary>
    public JsValue this[string name] => _reference is JsObject members ? members[name] : default;

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

    public static JsValue FromNumber(double value) => new(NumberTag, value);

    /// <summary>A text; a null string becomes JSON null.</summary>
    public static JsValue FromText(string? value) => value is null ? Null : new(value);

    /// <summary>A list that wraps <paramref name="elements"/>; the caller must not change the array afterwards.</summary>
    public static JsValue FromList(params JsValue[] elements) => new(elements);

    public static JsValue FromObject(JsObject value) => new(value);

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
        return IsNumber;
    }

    /// <summary>
    /// Equality of content. Scalars compare as JavaScript's <c>===</c> does, except that NaN equals itself; lists and objects compare
    /// element by element, objects in any key order.
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
        JsKind.List => TextOf((JsValue[])_reference!, int.MaxValue),
        _ => "[object Object]",
    };

    /// <summary>
    /// The start of <see cref="ToString"/>, with at least <paramref name="most"/> characters if it has as many. The text of a list may be
    /// as long as a document.
    /// </summary>
    internal string ToText(int most) => _reference is JsValue[] elements ? TextOf(elements, most) : ToString();

    private static string TextOf(JsValue[] elements, int most)
    {
        var text = new StringBuilder();
        AppendTo(text, elements, most);
        return text.ToString();
    }

    private static void AppendTo(StringBuilder text, JsValue[] elements, int most)
    {
        for (var i = 0; i < elements.Length && text.Length < most; i++)
        {
            text.Append(i == 0 ? "" : ",");
            if (elements[i]._reference is JsValue[] inner)
            {
                AppendTo(text, inner, most);
            }
            else if (!elements[i].IsNullish)
            {
                text.Append(elements[i].ToString());
            }
        }
    }

    /// <summary>Represents a kind that has no object of its own.</summary>
    private sealed class KindTag(JsKind kind)
    {
        public JsKind Kind => kind;
    }
}
