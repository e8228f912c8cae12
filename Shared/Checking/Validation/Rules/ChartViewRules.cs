using LiveGridStudio.Shared.Checking.Validation.Schemas;
using static LiveGridStudio.Shared.Checking.Validation.Schemas.Schema;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

/// <summary>The keys of a table's chart view; a widget's table and an app's saved state share them.</summary>
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
