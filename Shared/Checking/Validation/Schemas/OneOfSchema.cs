using System.Collections.Frozen;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

internal sealed class OneOfSchema(string[] names, string? words) : Schema
{
    private readonly FrozenSet<string> _set = names.ToFrozenSet(StringComparer.Ordinal);
    private readonly string _words =
        words ?? $"one of {string.Join(", ", names.Select(static name => $"\"{name}\""))}";

    public IReadOnlyList<string> Names => names;

    /// <summary>The words that messages use instead of the names; null when messages list the names.</summary>
    public string? Title => words;

    protected override string Words => _words;

    protected override void Check(JsValue value, SchemaCheck check)
    {
        if (value.TryGetText(out var text) && _set.Contains(text))
        {
            return;
        }

        if (!check.Lists)
        {
            check.Skip(1, continues: false);
            return;
        }

        var message = SchemaCheck.Say(Expected, value);
        var near = text is null ? null : NearWord.Of(text, names);
        check.Add(IssueCodes.Value, near is null ? message : $"{message}; did you mean \"{near}\"?", near: near);
    }
}
