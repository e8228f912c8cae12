using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Checking.Validation;

/// <summary>Builds the smallest valid document that has a place for one key of the table.</summary>
internal sealed class KeyDocument(IReadOnlyList<KeyRow> table)
{
    /// <returns>A widgets or an apps document with <paramref name="value"/> there; undefined leaves the key out.</returns>
    public JsValue With(KeyRow row, JsValue value)
    {
        if (row.Scope is "widget" or "app")
        {
            var entry = Put(Minimal(row.Scope, "", row), row, "", value);
            return row.Scope == "app" ? JsValue.FromList(entry) : Widgets(entry);
        }

        var type = row.Scope.Split(':') is [_, var own] ? own : "endpoint";
        var param = JsObject.Create(("paramName", "p"), ("type", type));
        return Widgets(Minimal("widget", "", row).Object.With("params", JsValue.FromList(Put(param, row, "", value))));
    }

    private static JsValue Widgets(JsValue widget) => JsObject.Create(("w", widget));

    private JsValue Put(JsValue parent, KeyRow row, string prefix, JsValue value)
    {
        var rest = row.Path[prefix.Length..];
        var isList = rest.StartsWith("[]", StringComparison.Ordinal);
        var step = isList ? "[]" : rest.TrimStart('.').Split('.', '[')[0];
        var path = isList ? prefix + "[]" : prefix.Length == 0 ? step : $"{prefix}.{step}";
        var member = path == row.Path ? value : Put(Minimal(row.Scope, path, row), row, path, value);
        return isList ? (member.IsUndefined ? JsValue.FromList() : JsValue.FromList(member))
            : member.IsUndefined ? parent.Object.Without(step)
            : parent.Object.With(step == "*" ? "line" : step, member);
    }

    /// <summary>An object with what it requires; of keys that exclude each other, those that <paramref name="target"/> needs.</summary>
    private JsValue Minimal(string scope, string prefix, KeyRow target)
    {
        var result = JsObject.Empty;
        foreach (var row in table.Where(row => row.Required && row.Parent == prefix && IsIn(scope, row)))
        {
            result = result.With(row.Path.Split('.')[^1], Sample(row, target));
        }

        return result;
    }

    private static bool IsIn(string scope, KeyRow row) =>
        row.Scope == scope || (row.Scope == "param" && scope.StartsWith("param:", StringComparison.Ordinal));

    private JsValue Sample(KeyRow row, KeyRow target) => row switch
    {
        { Path: var path } when path.EndsWith(".condition", StringComparison.Ordinal) =>
            target.Path.Contains(".range", StringComparison.Ordinal) ? "between" : "gt",
        { Type: "string (uri)" } => "https://example.com",
        { Type: "object" or "map" } => Minimal(row.Scope, row.Path, target),
        { Type: "array" } => JsValue.FromList(),
        { Type: "number" } => 1,
        { Type: "string" or "string, not empty" or "string or number" } => "a",
        _ => row.Type.Split(" | ")[0].Split(" or ")[0].Trim('"'),
    };
}
