using System.Collections.Frozen;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

internal sealed class ByNameSchema(string key, ObjectSchema[] options) : Schema
{
    private readonly FrozenDictionary<string, ObjectSchema> _byName = options
        .SelectMany(option => NamesOf(option, key).Select(name => KeyValuePair.Create(name, option)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private readonly string _names =
        $"one of {string.Join(", ", options.SelectMany(option => NamesOf(option, key)).Select(static name => $"\"{name}\""))}";

    public string Key => key;

    public IReadOnlyList<ObjectSchema> Options => options;

    protected override string Words => "an object";

    public static IEnumerable<string> NamesOf(ObjectSchema option, string key) =>
        option.Keys.First(candidate => candidate.Name == key).Schema switch
        {
            OneOfSchema names => names.Names,
            ExactlySchema exactly => [exactly.Wanted.Text!],
            _ => throw new InvalidOperationException($"The key '{key}' cannot tell objects apart: it is not made of names."),
        };

    protected override void Check(JsValue value, SchemaCheck check)
    {
        if (!value.IsObject)
        {
            check.Expect(Expected, value, IssueCodes.Type);
            return;
        }

        var name = value[key];
        if (name.TryGetText(out var text) && _byName.TryGetValue(text, out var option))
        {
            option.Run(value, check);
        }
        else
        {
            var near = name.TryGetText(out var word) ? NearWord.Of(word, _byName.Keys) : null;
            var message = check.Lists ? SchemaCheck.Say(_names, name) : "";
            check.Add(IssueCodes.Union, near is null ? message : $"{message}; did you mean \"{near}\"?", at: key, near: near);
        }
    }
}
