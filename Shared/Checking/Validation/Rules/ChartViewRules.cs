using LiveGridStudio.Shared.Checking.Validation.Schemas;
using static LiveGridStudio.Shared.Checking.Validation.Schemas.Schema;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

/// <summary>How a table shows as a chart: the same in a widget's table and in an app's saved state.</summary>
internal static class ChartViewRules
{
    public static Schema ChartType { get; } = OneOf("the name of a chart type, such as \"line\"", Names.ChartTypes);

    public static Schema ChartView { get; } = ObjectWith(
        Optional("enabled", Bool),
        Optional("chartType", ChartType),
        Optional("ignoreCellRange", Bool),
        Optional("cellRangeCols", MapOf(Names.ChartTypes, ListOf(Text).OrNull())),
        Optional("chartSettingsOpen", Bool),
        Optional("xLabel", Text),
        Optional("yLabel", Text));
}
