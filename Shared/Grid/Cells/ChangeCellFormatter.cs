using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>The text of a <c>showCellChange</c> cell: the number format alone, without prefix, suffix and formatter.</summary>
public static class ChangeCellFormatter
{
    public static CellText Format(JsValue value, string field, ColumnDefinition? settings, double decimalPlaces)
    {
        if (value.IsObject && !value[ValueText.InnerKey].IsNullish)
        {
            value = value[ValueText.InnerKey];
        }

        if (value == false)
        {
            return new CellText("", null);
        }

        if (!value.IsNumber)
        {
            return new CellText(CellFormatter.TextOf(value), null);
        }

        var text = DateCell.IsDate(field, settings)
            ? JsNumber.ToText(value.Number)
            : NumberFormat.Plain(value.Number, settings?.DecimalPlaces ?? decimalPlaces);
        return new CellText(text, NumberFormat.Unrounded(value.Number));
    }
}
