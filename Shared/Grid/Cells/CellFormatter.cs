using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>The text of an ordinary cell, one that does not use <c>showCellChange</c>. Never throws.</summary>
public static class CellFormatter
{
    private const string Nothing = "-";
    private const int LongestText = 200;
    private const int LongestTitle = 2000;

    /// <param name="value">The row's value.</param>
    /// <param name="field">The column's field.</param>
    /// <param name="settings">The column's definition; null for a column that is not declared.</param>
    /// <param name="decimalPlaces">Decimals of numbers when the definition names none.</param>
    public static CellText Format(JsValue value, string field, ColumnDefinition? settings, double decimalPlaces)
    {
        var inner = InnerOf(value, settings);
        if (inner.IsNullish)
        {
            return new CellText(Nothing, null);
        }

        var isInner = value.IsObject && inner != value;
        return inner.Kind switch
        {
            JsKind.Number => Number(inner.Number, field, settings, settings?.DecimalPlaces ?? decimalPlaces),
            JsKind.Text => Text(inner.Text!, field, settings, isInner),
            JsKind.Boolean when settings?.Render.IsGiven != true && !isInner && !IsTextColumn(settings) => new CellText(null, null) { Checkbox = inner.Boolean },
            _ => new CellText(TextOf(inner), null),
        };
    }

    /// <summary>The text of a value without a number or date format, cut to the length that a cell shows.</summary>
    internal static string TextOf(JsValue value) => Cut(ValueText.StartOf(value, LongestText + 1), LongestText);

    private static string Cut(string text, int longest) => text.Length > longest ? string.Concat(text.AsSpan(0, longest), "...") : text;

    /// <summary>
    /// The part of an object that the cell shows: the card's field for a hover card, else its <c>value</c>, else the whole object.
    /// </summary>
    private static JsValue InnerOf(JsValue value, ColumnDefinition? settings)
    {
        if (!value.IsObject)
        {
            return value;
        }

        if (settings is not null && CellPrecedence.DrawnBy(settings.Render) == RenderFunctionName.HoverCard)
        {
            return value[settings.Render.HoverCard?.CellField ?? ValueText.InnerKey];
        }

        var inner = value[ValueText.InnerKey];
        return inner.IsNullish ? value : inner;
    }

    private static CellText Number(double value, string field, ColumnDefinition? settings, double decimalPlaces)
    {
        if (!IsStyled(settings) && (IsTextColumn(settings) || DateCell.IsDate(field, settings)))
        {
            return new CellText(JsNumber.ToText(value), null);
        }

        if (IsTextColumn(settings))
        {
            var digits = Dress(JsNumber.ToText(value), settings);
            return new CellText(digits, digits) { ColorSubject = value };
        }

        var (text, title) = (settings?.FormatterFn, decimalPlaces) switch
        {
            ("none", _) => (JsNumber.ToText(value), NumberFormat.Localised(value)),
            ("dateToYear", _) => (JsNumber.ToText(value), NumberFormat.Unrounded(value)),
            ("percent", _) => (NumberFormat.Cut(value, 1, MostCut(2, decimalPlaces)) + " %", NumberFormat.Unrounded(value)),
            ("normalized", _) => (Normalised(value, decimalPlaces), NumberFormat.Unrounded(value)),
            ("normalizedPercent", _) => (Normalised(value, decimalPlaces) + " %", NumberFormat.Unrounded(value)),
            _ => (NumberFormat.Plain(value, decimalPlaces), NumberFormat.Unrounded(value)),
        };
        return new CellText(Dress(text, settings), Dress(title, settings)) { ColorSubject = value };
    }

    private static string Normalised(double value, double decimalPlaces) =>
        NumberFormat.Cut(value, 100, MostCut(value < 0.001 ? 6 : 2, decimalPlaces));

    private static int MostCut(int least, double decimalPlaces) => Math.Max(least, NumberFormat.Decimals(decimalPlaces));

    private static CellText Text(string value, string field, ColumnDefinition? settings, bool isInner)
    {
        if (DateCell.TryFormat(value, field, settings, out var date))
        {
            return new CellText(date, null);
        }

        if (value.StartsWith("http", StringComparison.Ordinal))
        {
            return new CellText("Open link", Cut(value, LongestTitle)) { Href = CellLink.HrefOf(value) };
        }

        var isStyled = IsStyled(settings);
        var text = settings?.Render.Has(RenderFunctionName.TitleCase) == true ? TitleCase.Of(value)
            : isStyled ? Dress(value, settings)
            : value;
        var hasTitle = isStyled || isInner || settings?.CellDataType is "number" or "dateString" || IsSeries(settings);
        return new CellText(Cut(text, LongestText), hasTitle ? Cut(text, LongestTitle) : null) { ColorSubject = isStyled ? text : default(JsValue) };
    }

    /// <summary>A text column shows numbers with their digits as they are, and booleans as words.</summary>
    private static bool IsTextColumn(ColumnDefinition? settings) =>
        settings is { CellDataType: "text" } or { CellDataType: null, ChartDataType: "category" };

    private static bool IsSeries(ColumnDefinition? settings) => settings is { CellDataType: null, ChartDataType: "series" };

    /// <summary>Whether texts get prefix, suffix and colours.</summary>
    private static bool IsStyled(ColumnDefinition? settings) =>
        settings is not null && (settings.Render.IsGiven || settings.FormatterFn is not null);

    /// <summary>Adds prefix and suffix, cut to the length that a cell shows, because every cell of the column repeats them.</summary>
    private static string Dress(string text, ColumnDefinition? settings) =>
        settings is null ? text : string.Concat(Start(settings.Prefix), text, Start(settings.Suffix));

    private static ReadOnlySpan<char> Start(string? affix) => affix.AsSpan()[..Math.Min(affix?.Length ?? 0, LongestText)];
}

/// <summary>The text of a cell, before colours and marks.</summary>
/// <param name="Text">The visible text; null for a checkbox.</param>
/// <param name="Title">The hover text, or null.</param>
public readonly record struct CellText(string? Text, string? Title)
{
    /// <value>The value that colour rules compare; undefined when the cell has no colour.</value>
    public JsValue ColorSubject { get; init; }

    /// <value>Whether the checkbox of a boolean is ticked; null for other cells.</value>
    public bool? Checkbox { get; init; }

    /// <value>The address of a link; only <c>http</c> and <c>https</c>.</value>
    public string? Href { get; init; }
}
