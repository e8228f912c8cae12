using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Checking.Validation;

/// <summary>Each key of the table, with a wrong type, with null and missing, in the smallest document that has it.</summary>
public sealed class KeyVerdictTests
{
    private static readonly IReadOnlyList<KeyRow> Table = KeyRow.ReadAll();
    private static readonly KeyDocument Documents = new(Table);

    // Workspace normalises these before its check: null counts as absent, or any value is replaced.
    private static readonly string[] Tidied = ["label", "options", "show"];

    // Where one key provides another's value, the issue is reported there too.
    private static readonly Dictionary<string, string> Heirs = new() { ["defaultViz"] = "type", ["paramName"] = "params.0.label" };

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Table.Count)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Validate_KeyMissing_RefusedOnlyWhereRequired(int index)
    {
        var row = Table[index];

        var report = Check(row, JsValue.Undefined);

        Assert.Equal(row.Required, !report.Valid);
        AssertAt(row, report);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Validate_KeyNull_RefusedUnlessNullable(int index)
    {
        var row = Table[index];

        var report = Check(row, JsValue.Null);

        Assert.Equal(!row.Null && row.Type != "anything" && !IsTidied(row), !report.Valid);
        AssertAt(row, report);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Validate_KeyOfAnyWrongType_RefusedAtItsPath(int index)
    {
        var row = Table[index];
        foreach (var wrong in WrongValues(row))
        {
            var report = Check(row, wrong);

            Assert.False(report.Valid, $"{row}: {JsonText.Stringify(wrong)} was taken");
            AssertAt(row, report);
        }
    }

    private static ValidationReport Check(KeyRow row, JsValue value)
    {
        var document = Documents.With(row, value);
        return row.Scope == "app" ? AppsValidator.Validate(document) : WidgetsValidator.Validate(document);
    }

    private static bool IsTidied(KeyRow row) => row.Scope.StartsWith("param", StringComparison.Ordinal) && Tidied.Contains(row.Path);

    /// <summary>Every issue is at the key, or below it; for an element of a choice at the choice.</summary>
    private static void AssertAt(KeyRow row, ValidationReport report)
    {
        var isChoice = row.Path.EndsWith("[]", StringComparison.Ordinal)
            && Table.Any(other => other.Path == row.Path[..^2] && other.Type.Contains(" or ", StringComparison.Ordinal));
        var path = (isChoice ? row.Path[..^2] : row.Path)
            .Replace("[]", ".0", StringComparison.Ordinal).Replace("*", "line", StringComparison.Ordinal);
        var start = row.Scope is "widget" or "app" ? path : $"params.0.{path}";
        var heir = Heirs.GetValueOrDefault(row.Path);
        Assert.All(report.Issues.Where(issue => issue.Path != heir), issue => Assert.StartsWith(start, issue.Path, StringComparison.Ordinal));
    }

    private static IEnumerable<JsValue> WrongValues(KeyRow row)
    {
        var type = row.Type;
        var isText = type.Contains("string", StringComparison.Ordinal);
        var isTextParam = row.Scope == "param:text" && row.Path == "value";
        if (type == "anything" || (IsTidied(row) && row.Path == "show"))
        {
            yield break;
        }

        if (!type.StartsWith("number", StringComparison.Ordinal) && !type.Contains("number", StringComparison.Ordinal) && !isTextParam)
        {
            yield return 5;
        }

        if (!isText && !row.Path.EndsWith("renderFn", StringComparison.Ordinal))
        {
            yield return "no such name";
        }

        if (!type.Contains("boolean", StringComparison.Ordinal) && !isTextParam)
        {
            yield return true;
        }

        if (!type.StartsWith("object", StringComparison.Ordinal) && !type.StartsWith("map", StringComparison.Ordinal) && !isTextParam)
        {
            yield return JsObject.Empty;
        }

        if (!type.Contains("array", StringComparison.Ordinal) && !isTextParam)
        {
            yield return JsValue.FromList(JsObject.Empty);
        }

        if (type.Contains(" | ", StringComparison.Ordinal) && !type.StartsWith("array", StringComparison.Ordinal))
        {
            yield return type.Split(" | ")[0].ToUpperInvariant() + "_";
        }
    }
}
