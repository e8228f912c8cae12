using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

/// <summary>
/// Finds the app that makes Workspace throw while it assigns the groups to layout items: only some of its groups name their widgets.
/// </summary>
internal static class GroupRules
{
    /// <param name="app">An app whose parts have the right types.</param>
    /// <returns>The index in <c>groups</c> of the first group without widgets; null when Workspace does not throw.</returns>
    public static int? FindBreak(JsValue app)
    {
        var groups = app["groups"].List;
        if (groups.All(static group => group["widgetIds"].IsUndefined)
            || !app["tabs"].Object.Any(static tab => NeedsGroups(tab.Value)))
        {
            return null;
        }

        for (var i = 0; i < groups.Count; i++)
        {
            if (groups[i]["widgetIds"].IsUndefined)
            {
                return i;
            }
        }

        return null;
    }

    private static bool NeedsGroups(JsValue tab) => tab["layout"].List.Any(static item => item["groups"].IsNullish);
}
