using System.Globalization;
using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking;

/// <summary>Turns a refusal into a finding: with what to write, and a repair where the near word is known.</summary>
internal static class IssueFinding
{
    private const int MostAlternatives = 4;

    /// <param name="issue">The refusal.</param>
    /// <param name="owner">The widget or app as written.</param>
    public static Finding Of(ValidationIssue issue, JsValue owner)
    {
        var misspelt = Misspelt(issue, owner);
        return new Finding
        {
            Kind = FindingKind.Refused,
            Rule = issue.Code,
            Severity = FindingSeverity.Error,
            WidgetId = issue.WidgetId,
            Index = issue.Index,
            Template = issue.Template,
            Path = issue.Path,
            Message = misspelt is null ? issue.Message : $"{issue.Message}; there is a key {ValueWords.Quote(misspelt.Value.Key)}",
            Alternatives = issue.Alternatives,
            Fix = misspelt is { } key ? $"Write the key as {ValueWords.Quote(key.Name)}." : IssueAdvice.Of(issue) ?? Options(issue),
            Repair = misspelt is { } given ? whole => Rename(whole, given.Parent, given.Key, given.Name)
                : issue.Near is { } near && FindingPath.Resolve(owner, issue.Path).Count > 0 ? whole => Replace(whole, issue.Path, near)
                : null,
        };
    }

    private static string? Options(ValidationIssue issue) => issue.Alternatives.Count == 0 ? null : string.Join("; or ", issue.Alternatives
        .Select(static other => other.Path.Length == 0 ? other.Message : $"{other.Path}: {other.Message}")
        .Distinct().Take(MostAlternatives));

    /// <summary>A missing key that stands beside its place in another spelling.</summary>
    private static (IReadOnlyList<string> Parent, string Key, string Name)? Misspelt(ValidationIssue issue, JsValue owner)
    {
        if (issue.Code != IssueCodes.Type || !issue.Message.EndsWith("but it is missing", StringComparison.Ordinal))
        {
            return null;
        }

        var name = issue.Path.Split('.')[^1];
        var parent = FindingPath.Resolve(owner, issue.Path.Length == name.Length ? "" : issue.Path[..^(name.Length + 1)]);
        return IssueAdvice.MisspeltKey(At(owner, parent), name) is { } key ? (parent, key, name) : null;
    }

    private static JsValue At(JsValue owner, IReadOnlyList<string> steps) => steps.Aggregate(owner, static (value, step) =>
        value.IsList ? value.List[int.Parse(step, CultureInfo.InvariantCulture)] : value[step]);

    private static JsValue Rename(JsValue owner, IReadOnlyList<string> parent, string key, string name) => Change(owner, [.. parent], value =>
        JsObject.Create([.. value.Object.Select(member => member.Key == key ? KeyValuePair.Create(name, member.Value) : member)]));

    /// <summary>Puts a name in the place of the value; where a text lists names with commas, in the place of one of them.</summary>
    private static JsValue Replace(JsValue owner, string path, string name)
    {
        var steps = FindingPath.Resolve(owner, path);
        return Change(owner, [.. steps], value => value.Text is { } text && text.Contains(',', StringComparison.Ordinal)
            && int.TryParse(path.Split('.')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < text.Split(',').Length
                ? string.Join(',', text.Split(',').Select((part, i) => i == place ? name : part.Trim()))
                : name);
    }

    private static JsValue Change(JsValue value, string[] steps, Func<JsValue, JsValue> change)
    {
        if (steps.Length == 0)
        {
            return change(value);
        }

        if (!value.IsList)
        {
            return value.Object.With(steps[0], Change(value[steps[0]], steps[1..], change));
        }

        var items = value.List.ToArray();
        var index = int.Parse(steps[0], CultureInfo.InvariantCulture);
        items[index] = Change(items[index], steps[1..], change);
        return JsValue.FromList(items);
    }
}
