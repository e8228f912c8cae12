using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

/// <summary>
/// Workspace hands an app's groups to its layout items, and breaks when only some groups say for which widgets they are.
/// </summary>
internal static class GroupRules
{
    /// <param name="app">An app whose parts are of the right types.</param>
    /// <returns>Where the first group without widgets stands in <c>groups</c>; null when nothing breaks.</returns>
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
