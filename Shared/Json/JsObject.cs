using System.Collections;
using System.Globalization;

namespace LiveGridStudio.Shared.Json;

/// <summary>
/// An immutable JSON object with JavaScript's key order: whole-number keys first, ascending, then the others as they
/// came. A repeated key keeps its first place and its last value.
/// </summary>
public sealed class JsObject : IReadOnlyList<KeyValuePair<string, JsValue>>
{
    /// <summary>Fewer members are walked through: that is quick, and of most objects few members are ever looked for.</summary>
    private const int IndexedFrom = 33;

    private readonly KeyValuePair<string, JsValue>[] _members;

    /// <summary>Made when it is first needed; two threads at once make the same one.</summary>
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
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            if (seen.TryGetValue(member.Key, out var at))
            {
                list[at] = member;
            }
            else
            {
                seen[member.Key] = list.Count;
                list.Add(member);
            }
        }

        return FromDistinct([.. list]);
    }

    public static JsObject Create(params (string Name, JsValue Value)[] members) =>
        Create(members.Select(static member => KeyValuePair.Create(member.Name, member.Value)));

    /// <summary>A copy in which <paramref name="name"/> has a new value, in its old place or at the end.</summary>
    public JsObject With(string name, JsValue value) => Create(_members.Append(KeyValuePair.Create(name, value)));

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

    /// <summary>Takes over members whose keys are known to be distinct, in the order in which they were written.</summary>
    internal static JsObject FromDistinct(KeyValuePair<string, JsValue>[] members)
    {
        if (Array.Exists(members, static member => IsArrayIndex(member.Key, out _)))
        {
            members =
            [
                .. members.Where(static member => IsArrayIndex(member.Key, out _))
                    .OrderBy(static member => IsArrayIndex(member.Key, out var index) ? index : 0),
                .. members.Where(static member => !IsArrayIndex(member.Key, out _)),
            ];
        }

        return new JsObject(members);
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
        if (_members.Length >= IndexedFrom)
        {
            return (_index ??= MakeIndex()).GetValueOrDefault(name, -1);
        }

        for (var i = 0; i < _members.Length; i++)
        {
            if (string.Equals(_members[i].Key, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private Dictionary<string, int> MakeIndex()
    {
        var index = new Dictionary<string, int>(_members.Length, StringComparer.Ordinal);
        for (var i = 0; i < _members.Length; i++)
        {
            index[_members[i].Key] = i;
        }

        return index;
    }
}
