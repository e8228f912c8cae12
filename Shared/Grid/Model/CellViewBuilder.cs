using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>Combines text, colours, marks and extras of one cell.</summary>
internal static class CellViewBuilder
{
    /// <param name="layout">The layout that all rows share.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="hasExtras">Whether to include the parts that only a page shows: sparkline, hover card and click.</param>
    public static CellView Build(GridLayout layout, GridRow row, GridColumn column, bool hasExtras = true)
    {
        var value = row.ValueAt(column.Slot);
        var settings = layout.SettingsFor(row, column);
        var render = settings?.Render ?? RenderFunction.None;
        var cell = column.ShowsChanges
            ? BuildChangeCell(layout, row, column, value, settings)
            : BuildCell(layout, row, column, value, settings, render);
        return hasExtras && HasExtras(column) ? Extend(cell, row, column, value) : cell;
    }

    private static bool HasExtras(GridColumn column) =>
        column.IsHoverCard || column.IsClickable || column.Definition?.Sparkline is not null;

    private static CellView Extend(CellView cell, GridRow row, GridColumn column, JsValue value) => cell with
    {
        Sparkline = SparklineOf(row, column, value),
        HasHoverCard = column.IsHoverCard && column.Definition!.Render.HoverCard is not null,
        HasClick = column.IsClickable,
    };

    private static CellView BuildCell(
        GridLayout layout, GridRow row, GridColumn column, JsValue value, ColumnDefinition? settings, RenderFunction render)
    {
        var text = CellFormatter.Format(value, column.Field, settings, layout.DecimalPlaces);
        var colors = CellColor.Of(render, text.ColorSubject, KeyValueOf(row, render));
        return new CellView
        {
            Text = text.Text,
            Title = text.Title,
            Color = colors.Color,
            BackgroundColor = colors.BackgroundColor,
            Align = column.Align,
            Checkbox = text.Checkbox,
            Href = text.Href,
        };
    }

    private static CellView BuildChangeCell(
        GridLayout layout, GridRow row, GridColumn column, JsValue value, ColumnDefinition? settings)
    {
        var text = ChangeCellFormatter.Format(value, column.Field, settings, layout.DecimalPlaces);
        var mark = row.MarkAt(column.Index);
        var keyValue = mark is { HasKeptKey: true } ? mark.KeptKey
            : column.Definition!.Render.ColorValueKey is { } key ? row.LoadedKey(key)
            : default;
        return new CellView
        {
            Text = text.Text,
            Title = text.Title,
            Color = settings is null ? null : CellColor.OfChangeCell(settings.Render, value, keyValue),
            Align = column.Align,
            ShowsChanges = true,
            Arrow = mark?.Arrow ?? ChangeDirection.None,
            Delta = mark is { Arrow: not ChangeDirection.None } ? mark.Delta : null,
            Highlighted = mark?.IsHighlighted ?? false,
            Changes = mark?.Changes ?? 0,
        };
    }

    private static JsValue KeyValueOf(GridRow row, RenderFunction render) =>
        render.ColorValueKey is { } key ? row[key] : default;

    private static CellSparkline? SparklineOf(GridRow row, GridColumn column, JsValue value) =>
        column.Definition?.Sparkline is { } sparkline
            ? CellSparkline.Of(sparkline, sparkline.DataField is { } field ? row[field] : value)
            : null;

    /// <summary>The hover card of a cell; null when its column has none.</summary>
    public static CellHoverCard? HoverCardOf(GridRow row, GridColumn column)
    {
        if (!column.IsHoverCard || column.Definition!.Render.HoverCard is not { } card)
        {
            return null;
        }

        var value = row.ValueAt(column.Slot);
        return new CellHoverCard(TextTemplate.Fill(card.Title, Find), TextTemplate.Fill(card.Markdown, Find));

        JsValue Find(string key) => value[key] is { IsUndefined: false } inner ? inner : row[key];
    }

    /// <summary>The action of a click on a cell; null when its column has none.</summary>
    public static CellClick? ClickOf(GridRow row, GridColumn column)
    {
        if (!column.IsClickable)
        {
            return null;
        }

        var render = column.Definition!.Render;
        return new CellClick(render.ActionType)
        {
            ParamName = render.GroupBy?.ParamName,
            Value = render.GroupBy?.ValueField is { } field ? row[field] : row.ValueAt(column.Slot),
            ForceUpdate = render.GroupBy?.ForceUpdate ?? false,
            AgentId = render.SendToAgent?.AgentId,
            Markdown = TextTemplate.Fill(render.SendToAgent?.Markdown, key => row[key]),
        };
    }
}
