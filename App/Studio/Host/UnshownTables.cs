using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.App.Studio.Host;

/// <summary>Which of the host's tables no widget shows.</summary>
internal static class UnshownTables
{
    /// <summary>The names of the tables whose rows and changes no widget reads.</summary>
    public static IReadOnlySet<string> Of(LiveTables tables, IReadOnlyList<WidgetDefinition> widgets)
    {
        var names = tables.All.Select(static query => query.Table.Name).ToHashSet(StringComparer.Ordinal);
        names.ExceptWith(widgets.SelectMany(widget => new[] { tables.ByEndpoint(widget.Endpoint), tables.ByWsEndpoint(widget.WsEndpoint) })
            .Select(static query => query?.Table.Name).OfType<string>());
        return names;
    }
}
