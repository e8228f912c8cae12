using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;

namespace LiveGridStudio.Shared.Json;

/// <summary>
/// An immutable JSON object with JavaScript's key order: whole-number keys first, ascending, then the others in order of insertion. A
/// repeated key keeps its first place and its last value.
/// </summary>
public sealed class JsObject : IReadOnlyList<KeyValuePair<string, JsValue>>
{
    /// <summary>Objects with fewer members are searched one by one: that is fast, and most objects are searched rarely.</summary>
    private const int IndexedFrom = 33;

    /// <summary>A large object gets an index after this many searches, because building it costs as much as several searches.</summary>
    private const int IndexedAfter = 8;

    private readonly KeyValuePair<string, JsValue>[] _members;
    private int _lookups;

    /// <summary>Built on first use; two threads at once build equal ones.</summary>
    private Dictionary<string, int>? _index;

    private JsObject(KeyValuePair<string, JsValue>[] members) => _members = members;

    public static JsObject Empty { get; } = new([]);

    public int Count => _members.Length;

    public KeyValuePair<string, JsValue> this[int index] => _members[index];

    /// <summary>The value of a key; undefined when it is not there.</summary>
    public JsValue this[string name]
    {
        get
        {
            var index = IndexOf(name);
            return index < 0 ? JsValue.Undefined : _members[index].Value;
        }
    }

    public static JsObject Create(IEnumerable<KeyValuePair<string, JsValue>> members)
    {
        var list = new List<KeyValuePair<string, JsValue>>();
        Dictionary<string, int>? seen = null;
        foreach (var member in members)
        {
            var at = seen is null ? IndexOf(CollectionsMarshal.AsSpan(list), member.Key) : seen.GetValueOrDefault(member.Key, -1);
            if (at >= 0)
            {
                list[at] = member;
                continue;
            }

            list.Add(member);
            seen?.Add(member.Key, list.Count - 1);
            seen ??= list.Count == IndexedFrom ? MakeIndex(CollectionsMarshal.AsSpan(list)) : null;
        }

        return FromDistinct([.. list]);
    }

    public static JsObject Create(params (string Name, JsValue Value)[] members) =>
        Create(members.Select(static member => KeyValuePair.Create(member.Name, member.Value)));

    /// <summary>A copy in which <paramref name="name"/> has a new value, at its old place or at the end.</summary>
    public JsObject With(string name, JsValue value) => With((name, value));

    /// <summary>A copy with new values for the given names, which must be distinct, each at its old place or at the end.</summary>
    public JsObject With(params ReadOnlySpan<(string Name, JsValue Value)> changes)
    {
        Span<int> places = changes.Length <= 16 ? stackalloc int[changes.Length] : new int[changes.Length];
        var more = 0;
        for (var i = 0; i < changes.Length; i++)
        {
            places[i] = IndexOf(changes[i].Name);
            more += places[i] < 0 ? 1 : 0;
        }

        var members = new KeyValuePair<string, JsValue>[_members.Length + more];
        _members.CopyTo(members, 0);
        var end = _members.Length;
        for (var i = 0; i < changes.Length; i++)
        {
            members[places[i] < 0 ? end++ : places[i]] = KeyValuePair.Create(changes[i].Name, changes[i].Value);
        }

        return more == 0 ? new JsObject(members) : FromDistinct(members);
    }

    /// <summary>A copy without the key.</summary>
    public JsObject Without(string name) =>
        IndexOf(name) < 0 ? this : new([.. _members.Where(member => member.Key != name)]);

    public bool Has(string name) => IndexOf(name) >= 0;

    public IEnumerator<KeyValuePair<string, JsValue>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, JsValue>>)_members).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal bool ContentEquals(JsObject other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (Count != other.Count)
        {
            return false;
        }

        foreach (var (name, value) in _members)
        {
            var index = other.IndexOf(name);
            if (index < 0 || !other._members[index].Value.Equals(value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Wraps members whose keys are known to be distinct, in the order in which they were written. The caller must not change the array
    /// afterwards.
    /// </summary>
    internal static JsObject FromDistinct(KeyValuePair<string, JsValue>[] members)
    {
        if (!HasArrayIndex(members))
        {
            return new JsObject(members);
        }

        members =
        [
            .. members.Where(static member => IsArrayIndex(member.Key, out _))
                .OrderBy(static member => IsArrayIndex(member.Key, out var index) ? index : 0),
            .. members.Where(static member => !IsArrayIndex(member.Key, out _)),
        ];
        return new JsObject(members);
    }

    /// <summary>Wraps members whose keys are known to be distinct and not numbers. The caller must not change the array afterwards.</summary>
    internal static JsObject FromNamed(params KeyValuePair<string, JsValue>[] members) => new(members);

    private static bool HasArrayIndex(KeyValuePair<string, JsValue>[] members)
    {
        foreach (var (name, _) in members)
        {
            if (IsArrayIndex(name, out _))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsArrayIndex(string key, out uint index)
    {
        index = 0;
        return key.Length is > 0 and <= 10
            && char.IsAsciiDigit(key[0])
            && (key.Length == 1 || key[0] != '0')
            && uint.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out index)
            && index != uint.MaxValue;
    }

    private int IndexOf(string name)
    {
        if (_members.Length < IndexedFrom || (_index is null && ++_lookups < IndexedAfter))
        {
            return IndexOf(_members, name);
        }

        return (_index ??= MakeIndex(_members)).GetValueOrDefault(name, -1);
    }

    private static int IndexOf(ReadOnlySpan<KeyValuePair<string, JsValue>> members, string name)
    {
        for (var i = 0; i < members.Length; i++)
        {
            if (string.Equals(members[i].Key, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private static Dictionary<string, int> MakeIndex(ReadOnlySpan<KeyValuePair<string, JsValue>> members)
    {
        var index = new Dictionary<string, int>(members.Length, StringComparer.Ordinal);
        for (var i = 0; i < members.Length; i++)
        {
            index[members[i].Key] = i;
        }

        return index;
    }
}
