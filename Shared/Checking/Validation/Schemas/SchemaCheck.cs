using System.Globalization;
using System.Runtime.InteropServices;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

/// <summary>
/// One walk over the values of a document: where it is, and what it found. The first findings are listed, the others counted:
/// nothing is made for those, neither path nor message, since a small document can have millions.
/// </summary>
/// <param name="most">So many are listed.</param>
/// <param name="cancellationToken">Ends the walk.</param>
internal sealed class SchemaCheck(int most = int.MaxValue, CancellationToken cancellationToken = default)
{
    // Keys come from the document: a long one must not be repeated in full for each issue below it.
    private const int MaxSegment = 200;

    /// <summary>What the options of a choice have against a value is listed up to this.</summary>
    private const int MostAlternatives = 10;

    /// <summary>Steps between two looks at whether the walk is still wanted.</summary>
    private const int Stride = 4096;

    private readonly List<SchemaIssue> _issues = [];
    private readonly List<(string? Key, int Index)> _path = [];
    private int _most = most;
    private int _aborting;
    private int _steps;

    /// <summary>How many there are, listed or not.</summary>
    public int Count { get; private set; }

    /// <summary>Whether one more would be listed; else its message need not be made.</summary>
    public bool Lists => _issues.Count < _most;

    /// <summary>Where the walk is: what is found from here on is found since.</summary>
    public SchemaMark Mark => new(Count, _aborting, _issues.Count);

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
                ? Ellipsis.Of(key, MaxSegment)
                : segment.Index.ToString(CultureInfo.InvariantCulture)));
        }
    }

    public void Run(string key, Schema schema, JsValue value) => Run((key, 0), schema, value);

    public void Run(int index, Schema schema, JsValue value) => Run((null, index), schema, value);

    public void Add(string code, string message, bool continues = false, string? at = null)
    {
        if (Lists)
        {
            var path = Path;
            if (at is not null)
            {
                path = path.Length == 0 ? at : $"{path}.{at}";
            }

            _issues.Add(new SchemaIssue(path, code, message, continues));
        }

        Skip(1, continues);
    }

    public void Add(SchemaIssue issue)
    {
        if (Lists)
        {
            _issues.Add(issue);
        }

        Skip(1, issue.Continues);
    }

    /// <summary>Counts findings that are not listed.</summary>
    public void Skip(int count, bool continues)
    {
        Count += count;
        _aborting += continues ? 0 : count;
    }

    public void Expect(string expected, JsValue found, string code, bool continues = false, string? at = null) =>
        Add(code, Lists ? Say(expected, found) : "", continues, at);

    public static string Say(string expected, JsValue found) => found.IsUndefined
        ? $"expected {expected}, but it is missing"
        : $"expected {expected}, found {ValueWords.Of(found)}";

    /// <summary>Notes that Workspace's check breaks here. The first reason stays.</summary>
    public void Break(string reason) => Breakage ??= Path is { Length: > 0 } path ? $"{path}: {reason}" : reason;

    /// <summary>What <see cref="Breakage"/> says, and forgets it: the walk goes on with the next entry.</summary>
    public string? TakeBreakage()
    {
        var reason = Breakage;
        Breakage = null;
        return reason;
    }

    public bool IsCleanSince(SchemaMark start) => Count == start.Count;

    /// <summary>Whether something found since <paramref name="start"/> keeps rules across values from being asked.</summary>
    public bool IsAbortedSince(SchemaMark start) => _aborting > start.Aborting;

    /// <summary>What is listed since <paramref name="start"/>.</summary>
    public ReadOnlySpan<SchemaIssue> ListedSince(SchemaMark start) => CollectionsMarshal.AsSpan(_issues)[start.Listed..];

    /// <summary>Takes back what was found since <paramref name="start"/>.</summary>
    public void TakeBack(SchemaMark start)
    {
        _issues.RemoveRange(start.Listed, _issues.Count - start.Listed);
        (Count, _aborting) = (start.Count, start.Aborting);
    }

    /// <summary>Runs an option of a choice: of what it finds a few are listed, however many the option looks at.</summary>
    public void RunOption(Schema option, JsValue value)
    {
        var room = _most;
        _most = Math.Min(_most, _issues.Count + MostAlternatives);
        option.Run(value, this);
        _most = room;
    }

    private void Run((string? Key, int Index) step, Schema schema, JsValue value)
    {
        if (++_steps % Stride == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        _path.Add(step);
        schema.Run(value, this);
        _path.RemoveAt(_path.Count - 1);
    }
}

/// <summary>What a walk had found at some moment.</summary>
/// <param name="Count">Findings.</param>
/// <param name="Aborting">Those of them that keep rules across values from being asked.</param>
/// <param name="Listed">Those of them that are listed.</param>
internal readonly record struct SchemaMark(int Count, int Aborting, int Listed);
