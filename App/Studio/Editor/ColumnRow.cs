using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>One column as the form shows it.</summary>
/// <param name="Index">Its place in <c>columnsDefs</c>, entries that are no objects included.</param>
/// <param name="Column">The column as far as it can be read.</param>
public sealed record ColumnRow(int Index, ColumnDefinition Column)
{
    public string Field => Column.Field;

    public string HeaderName => Column.HeaderName ?? "";

    /// <summary>The names as they are written, unknown ones included.</summary>
    public IReadOnlyList<string> RenderFunctions { get; init; } = [];

    public string ColorValueKey => Column.Render.ColorValueKey ?? "";

    /// <summary>Every rule as it is written, those that Workspace cannot read included.</summary>
    public IReadOnlyList<JsValue> ColorRules { get; init; } = [];

    /// <summary>Whether Workspace lets messages change the column; a null counts as false there.</summary>
    public bool IsLive => Column.IsLive(nullIsLive: false);

    public double? Width => Column.Width;

    /// <summary><c>left</c>, <c>right</c> or null.</summary>
    public string? Pinned => Column.Pinned;

    public bool Hide => Column.Hide;

    /// <param name="widget">The definition.</param>
    public static IReadOnlyList<ColumnRow> ReadAll(JsValue widget)
    {
        var list = widget["data"]["table"]["columnsDefs"].List;
        var rows = new List<ColumnRow>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].IsObject)
            {
                rows.Add(new ColumnRow(i, ColumnDefinition.Read(list[i]))
                {
                    RenderFunctions = NamesOf(list[i]["renderFn"]),
                    ColorRules = list[i]["renderFnParams"]["colorRules"].List,
                });
            }
        }

        return rows;
    }

    private static string[] NamesOf(JsValue renderFn) => renderFn.TryGetText(out var text)
        ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : [.. renderFn.List.Where(static item => item.IsText).Select(static item => item.Text!.Trim())];
}
