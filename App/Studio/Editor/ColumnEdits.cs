using System.Globalization;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>
/// The columns of a draft, and the edits of the form. Each edit changes one place of the text and keeps the rest as written. Indexes are
/// those of <see cref="ColumnRow.Index"/>. Without a readable text an edit does nothing.
/// </summary>
public sealed class ColumnEdits(DefinitionDraft draft)
{
    private static readonly string[] ListPath = ["data", "table", "columnsDefs"];

    public IReadOnlyList<ColumnRow> Rows => ColumnRow.ReadAll(draft.Value);

    private JsValue List => draft.Value["data"]["table"]["columnsDefs"];

    /// <summary>Adds a column at the end.</summary>
    public void Add(string field)
    {
        var column = JsObject.Create(("field", field), ("headerName", field));
        Change(document => List.IsList
            ? JsonTextEdit.Insert(document, ListPath, List.List.Count, column)
            : JsonTextEdit.Set(document, ListPath, JsValue.FromList(column)));
    }

    public void Remove(int index) => Change(document => JsonTextEdit.Remove(document, PathOf(index)));

    /// <summary>Moves a column to another index; those between move up or down.</summary>
    public void Move(int from, int to)
    {
        if (IsPlace(from) && IsPlace(to) && from != to)
        {
            Change(document => JsonTextEdit.Move(document, ListPath, from, to));
        }
    }

    public void SetField(int index, string field) => Set(index, field, "field");

    public void SetHeader(int index, string headerName) => Set(index, headerName, "headerName");

    /// <summary>Keeps the author's form: a text, a comma-separated text or a list. An empty list of names removes the key.</summary>
    public void SetRenderFunctions(int index, IReadOnlyList<string> names)
    {
        var isList = List.List.ElementAtOrDefault(index)["renderFn"].IsList;
        Set(
            index,
            names.Count == 0 ? JsValue.Undefined
                : isList || names.Count > 1 && !List.List.ElementAtOrDefault(index)["renderFn"].IsText
                    ? JsValue.FromList([.. names.Select(static name => (JsValue)name)])
                    : string.Join(',', names),
            "renderFn");
    }

    /// <param name="index">The column.</param>
    /// <param name="key">The field that decides the colour; blank for the cell's own value.</param>
    public void SetColorValueKey(int index, string key) =>
        SetParam(index, string.IsNullOrWhiteSpace(key) ? JsValue.Undefined : key.Trim(), "colorValueKey");

    /// <summary>Sets the live setting. Live is the default, so turning it on removes the key.</summary>
    public void SetLive(int index, bool isLive) => Set(index, isLive ? JsValue.Undefined : false, "enableCellChangeWs");

    public void SetHidden(int index, bool isHidden) => Set(index, isHidden ? true : JsValue.Undefined, "hide");

    /// <param name="index">The column.</param>
    /// <param name="width">Pixels; null for automatic.</param>
    public void SetWidth(int index, double? width) =>
        Set(index, width is { } pixels && double.IsFinite(pixels) ? pixels : JsValue.Undefined, "width");

    /// <param name="index">The column.</param>
    /// <param name="side"><c>left</c>, <c>right</c> or null.</param>
    public void SetPinned(int index, string? side) => Set(index, string.IsNullOrEmpty(side) ? JsValue.Undefined : side, "pinned");

    public void AddColorRule(int index)
    {
        var rules = List.List.ElementAtOrDefault(index)["renderFnParams"]["colorRules"];
        var rule = JsObject.Create(("condition", "gt"), ("value", 0), ("color", "green"));
        Change(document => rules.IsList
            ? JsonTextEdit.Insert(document, PathOf(index, "renderFnParams", "colorRules"), rules.List.Count, rule)
            : JsonTextEdit.Set(document, PathOf(index, "renderFnParams", "colorRules"), JsValue.FromList(rule)));
    }

    /// <summary>Changes one rule; parts that stay the same keep their text.</summary>
    public void SetColorRule(int index, int rule, ColorRuleEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        var rules = List.List.ElementAtOrDefault(index)["renderFnParams"]["colorRules"].List;
        if (rule >= 0 && rule < rules.Count)
        {
            var after = rules.ToArray();
            after[rule] = edit.ApplyTo(rules[rule]);
            UpdateColumn(index, column => column.With(
                "renderFnParams", column["renderFnParams"].Object.With("colorRules", JsValue.FromList(after))));
        }
    }

    /// <summary>Removes a rule, and with the last one the list.</summary>
    public void RemoveColorRule(int index, int rule)
    {
        var rules = List.List.ElementAtOrDefault(index)["renderFnParams"]["colorRules"].List;
        if (rules.Count == 1 && rule == 0)
        {
            SetParam(index, JsValue.Undefined, "colorRules");
        }
        else
        {
            Change(document => JsonTextEdit.Remove(document, PathOf(index, "renderFnParams", "colorRules", Step(rule))));
        }
    }

    private void SetParam(int index, JsValue value, string name)
    {
        var parameters = List.List.ElementAtOrDefault(index)["renderFnParams"].Object;
        if (value.IsUndefined && parameters.Has(name) && parameters.Count == 1)
        {
            Set(index, JsValue.Undefined, "renderFnParams");
        }
        else
        {
            Set(index, value, "renderFnParams", name);
        }
    }

    private void Set(int index, JsValue value, params string[] keys)
    {
        if (IsPlace(index))
        {
            var path = PathOf(index, keys);
            Change(
                document => value.IsUndefined ? JsonTextEdit.Remove(document, path) : JsonTextEdit.Set(document, path, value),
                group: string.Join('.', path));
        }
    }

    private void UpdateColumn(int index, Func<JsObject, JsObject> change)
    {
        var columns = List.List.ToArray();
        columns[index] = change(columns[index].Object);
        var table = draft.Value["data"]["table"].Object.With("columnsDefs", JsValue.FromList(columns));
        var widget = draft.Value.Object.With("data", draft.Value["data"].Object.With("table", table));
        Change(document => JsonTextEdit.Update(document, widget), group: $"rules.{index}");
    }

    private void Change(Func<JsonTextDocument, string> edit, string? group = null) =>
        draft.Edit(edit, group is null ? null : $"form.{group}");

    private bool IsPlace(int index) => index >= 0 && index < List.List.Count;

    private static string[] PathOf(int index, params string[] keys) => [.. ListPath, Step(index), .. keys];

    private static string Step(int index) => index.ToString(CultureInfo.InvariantCulture);
}
