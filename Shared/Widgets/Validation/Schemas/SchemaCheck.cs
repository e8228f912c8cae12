using System.Globalization;
using System.Runtime.InteropServices;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Widgets.Validation.Schemas;

/// <summary>One walk over one value: where it is, and what it found.</summary>
internal sealed class SchemaCheck
{
    // Keys come from the document: a long one must not be repeated in full for each issue below it.
    private const int MaxSegment = 200;

    private readonly List<SchemaIssue> _issues = [];
    private readonly List<(string? Key, int Index)> _path = [];

    public IReadOnlyList<SchemaIssue> Issues => _issues;

    public int Count => _issues.Count;

    /// <summary>Why Workspace's own check would stop with an engine error; null while it would not.</summary>
    public string? Breakage { get; private set; }

    public string Path
    {
        get
        {
            if (_path.Count == 0)
            {
                return "";
            }

            return string.Join('.', _path.Select(static segment => segment.Key is { } key
                ? key.Length > MaxSegment ? key[..MaxSegment] + "..." : key
                : segment.Index.ToString(CultureInfo.InvariantCulture)));
        }
    }

    public void Run(string key, Schema schema, JsValue value)
    {
        _path.Add((key, 0));
        schema.Run(value, this);
        _path.RemoveAt(_path.Count - 1);
    }

    public void Run(int index, Schema schema, JsValue value)
    {
        _path.Add((null, index));
        schema.Run(value, this);
        _path.RemoveAt(_path.Count - 1);
    }

    public void Add(string code, string message, bool continues = false, string? at = null)
    {
        var path = Path;
        if (at is not null)
        {
            path = path.Length == 0 ? at : $"{path}.{at}";
        }

        _issues.Add(new SchemaIssue(path, code, message, continues));
    }

    public void Add(SchemaIssue issue) => _issues.Add(issue);

    public void Expect(string expected, JsValue found, string code, bool continues = false) =>
        Add(code, Say(expected, found), continues);

    public static string Say(string expected, JsValue found) => found.IsUndefined
        ? $"expected {expected}, but it is missing"
        : $"expected {expected}, found {ValueWords.Of(found)}";

    /// <summary>Notes that Workspace's check breaks here. The first reason stays.</summary>
    public void Break(string reason) => Breakage ??= Path is { Length: > 0 } path ? $"{path}: {reason}" : reason;

    /// <summary>Whether something found since <paramref name="start"/> keeps rules across values from being asked.</summary>
    public bool IsAbortedSince(int start)
    {
        foreach (var issue in CollectionsMarshal.AsSpan(_issues)[start..])
        {
            if (!issue.Continues)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes back what was found since <paramref name="start"/>.</summary>
    public List<SchemaIssue> TakeSince(int start)
    {
        var taken = _issues.GetRange(start, _issues.Count - start);
        _issues.RemoveRange(start, taken.Count);
        return taken;
    }
}
