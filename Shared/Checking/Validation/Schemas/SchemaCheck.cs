using System.Globalization;
using System.Runtime.InteropServices;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

/// <summary>
/// The state of one walk over a document: the current path and the issues found. The first issues are listed; further ones are only
/// counted, without building a path or a message, because a small document can have millions.
/// </summary>
/// <param name="most">The most issues to list.</param>
/// <param name="cancellationToken">Stops the walk.</param>
internal sealed class SchemaCheck(int most = int.MaxValue, CancellationToken cancellationToken = default)
{
    // Keys come from the document: a long key must not be repeated in full in each issue below it.
    private const int MaxSegment = 200;

    /// <summary>The most alternatives that are listed for a choice.</summary>
    private const int MostAlternatives = 10;

    /// <summary>Number of steps between two checks of the cancellation token.</summary>
    private const int Stride = 4096;

    private readonly List<SchemaIssue> _issues = [];
    private readonly List<(string? Key, int Index)> _path = [];
    private int _most = most;
    private int _aborting;
    private int _steps;

    /// <summary>Number of issues, listed or not.</summary>
    public int Count { get; private set; }

    /// <summary>Whether another issue would be listed; if not, its message need not be built.</summary>
    public bool Lists => _issues.Count < _most;

    /// <summary>The current position in the walk; issues found later count as found since this mark.</summary>
    public SchemaMark Mark => new(Count, _aborting, _issues.Count);

    /// <summary>Why Workspace's own check would throw an engine error; null when it would not.</summary>
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

    public void Add(string code, string message, bool continues = false, string? at = null, string? near = null)
    {
        if (Lists)
        {
            var path = Path;
            if (at is not null)
            {
                path = path.Length == 0 ? at : $"{path}.{at}";
            }

            _issues.Add(new SchemaIssue(path, code, message, continues) { Near = near });
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

    /// <summary>Counts issues without listing them.</summary>
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

    /// <summary>Records that Workspace's check throws here. The first reason is kept.</summary>
    public void Break(string reason) => Breakage ??= Path is { Length: > 0 } path ? $"{path}: {reason}" : reason;

    /// <summary>Returns <see cref="Breakage"/> and clears it, so that the walk can continue with the next entry.</summary>
    public string? TakeBreakage()
    {
        var reason = Breakage;
        Breakage = null;
        return reason;
    }

    public bool IsCleanSince(SchemaMark start) => Count == start.Count;

    /// <summary>Whether an issue found since <paramref name="start"/> prevents rules across values from running.</summary>
    public bool IsAbortedSince(SchemaMark start) => _aborting > start.Aborting;

    /// <summary>The issues listed since <paramref name="start"/>.</summary>
    public ReadOnlySpan<SchemaIssue> ListedSince(SchemaMark start) => CollectionsMarshal.AsSpan(_issues)[start.Listed..];

    /// <summary>Removes the issues found since <paramref name="start"/>.</summary>
    public void TakeBack(SchemaMark start)
    {
        _issues.RemoveRange(start.Listed, _issues.Count - start.Listed);
        (Count, _aborting) = (start.Count, start.Aborting);
    }

    /// <summary>Runs one option of a choice and lists only a few of its issues, however many values it checks.</summary>
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

/// <summary>The counts of a walk at one moment.</summary>
/// <param name="Count">Issues.</param>
/// <param name="Aborting">Issues that prevent rules across values from running.</param>
/// <param name="Listed">Listed issues.</param>
internal readonly record struct SchemaMark(int Count, int Aborting, int Listed);
