using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>One column in the form.</summary>
/// <param name="Index">Its index in <c>columnsDefs</c>, counting entries that are not objects.</param>
/// <param name="Column">The readable part of the column.</param>
public sealed record ColumnRow(int Index, ColumnDefinition Column)
{
    public string Field => Column.Field;

    public string HeaderName => Column.HeaderName ?? "";

    /// <summary>The names as written, including unknown ones.</summary>
    public IReadOnlyList<string> RenderFunctions { get; init; } = [];

    public string ColorValueKey => Column.Render.ColorValueKey ?? "";

    /// <summary>Every rule as written, including those that Workspace cannot read.</summary>
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
