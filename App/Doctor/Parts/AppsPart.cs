using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Apps;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Doctor.Parts;

/// <summary>Whether what <c>apps.json</c> places is served, fits beside the rest, and is linked to something.</summary>
internal static class AppsPart
{
    private const int MostNamed = 5;

    public static void Judge(StepList steps, ReadDocument apps, IReadOnlyList<WidgetDefinition> widgets)
    {
        var served = widgets.ToLookup(static widget => widget.Id, StringComparer.Ordinal);
        foreach (var app in AppDefinition.ReadAll(apps.Value))
        {
            var name = Ellipsis.Of(app.Name ?? "an app without a name", 100);
            var missing = app.Tabs.SelectMany(static tab => tab.Layout).Select(static item => item.WidgetId).OfType<string>()
                .Where(id => !served.Contains(id)).Distinct().ToList();
            if (missing.Count > 0)
            {
                steps.Warn(
                    "apps.widgets",
                    $"{name} places what widgets.json does not serve: {Names(missing)}. Workspace leaves a gap.",
                    "Serve them, or take them out of the layout.",
                    $"{missing.Count} missing");
            }

            AddOverlaps(steps, app, name);
            AddGroups(steps, app, name, served);
            AddClicks(steps, app, name, served);
        }

        if (steps.Count == 0)
        {
            steps.Ok("apps.layout", "Each placed widget is served; no group and no click is without an effect.");
        }
    }

    private static void AddOverlaps(StepList steps, AppDefinition app, string name)
    {
        foreach (var tab in app.Tabs)
        {
            var items = tab.Layout.Where(static item => item is { X: not null, Y: not null, Width: not null, Height: not null }).Take(200).ToList();
            var over = items.SelectMany((item, i) => items.Skip(i + 1).Where(other => Overlap(item, other)).Select(other => (item, other))).ToList();
            if (over.Count > 0)
            {
                var (first, second) = over[0];
                steps.Warn(
                    "apps.overlap",
                    $"{name}, tab {Ellipsis.Of(tab.Name ?? tab.Key, 60)}: {Short(first.WidgetId)} and {Short(second.WidgetId)} overlap, so Workspace moves the lower one down.",
                    "Give each its own place on the 40 columns.",
                    $"{over.Count} overlap{(over.Count == 1 ? "" : "s")}");
            }
        }
    }

    private static bool Overlap(AppLayoutItem one, AppLayoutItem other) =>
        one.X < other.X + other.Width && other.X < one.X + one.Width && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height;

    private static void AddGroups(StepList steps, AppDefinition app, string name, ILookup<string, WidgetDefinition> served)
    {
        foreach (var group in app.Groups)
        {
            var members = MembersOf(app, group).Select(id => served[id].FirstOrDefault()).OfType<WidgetDefinition>().DistinctBy(static widget => widget.Id).ToList();
            var linked = members.Count(widget => TakesPart(widget, group));
            if (linked == 0 || (linked == 1 && app.Tabs.Sum(static tab => tab.Layout.Count) > 1))
            {
                steps.Warn(
                    "apps.groups",
                    $"{name}: the group {Short(group.Name)} links {(linked == 0 ? "nothing" : "one widget alone")}: {(members.Count < 2 ? "too few widgets are in it" : $"its widgets have no parameter {Short(group.ParamName)} to share")}.",
                    "Name the group in the items' groups (or in widgetIds), with a paramName that its widgets have.",
                    $"{members.Count} in the group");
            }
        }
    }

    private static IEnumerable<string> MembersOf(AppDefinition app, AppGroup group)
    {
        var hasIds = app.Groups.Any(static other => other.WidgetIds is not null);
        return app.Tabs.SelectMany(static tab => tab.Layout)
            .Where(item => item.Raw["groups"].IsList ? item.Groups.Contains(group.Name)
                : hasIds && item.WidgetId is { } id && group.WidgetIds?.Contains(id) == true)
            .Select(static item => item.WidgetId).OfType<string>();
    }

    private static bool TakesPart(WidgetDefinition widget, AppGroup group) => group.Type switch
    {
        "param" => widget.Params.Any(param => param.ParamName == group.ParamName),
        "endpointParam" => widget.Params.Any(static param => param.Type == "endpoint"),
        "ticker" => widget.Params.Any(static param => param.Type == "ticker"),
        _ => false,
    };

    private static void AddClicks(StepList steps, AppDefinition app, string name, ILookup<string, WidgetDefinition> served)
    {
        foreach (var id in app.Tabs.SelectMany(static tab => tab.Layout).Select(static item => item.WidgetId).OfType<string>().Distinct())
        {
            foreach (var column in served[id].Take(1).SelectMany(static widget => widget.Table.Columns))
            {
                if (column.Render is { GroupBy.ParamName: { Length: > 0 } param, ActionType: "groupBy" } && !HasReceiver(app, id, param, served))
                {
                    steps.Warn(
                        "apps.clicks",
                        $"{name}: a click on {Short(column.Field)} of {Short(id)} sets {Short(param)}, and no other widget on the page listens to it.",
                        $"Put both into a group whose paramName is {Short(param)}.");
                }
            }
        }
    }

    private static bool HasReceiver(AppDefinition app, string id, string param, ILookup<string, WidgetDefinition> served) =>
        app.Groups.Where(group => MembersOf(app, group).Contains(id) && (group.ParamName == param || group.Type is "ticker" or "endpointParam"))
            .Any(group => MembersOf(app, group).Any(other => other != id && served[other].Any(widget => TakesPart(widget, group))));

    private static string Names(List<string> ids) =>
        string.Join(", ", ids.Take(MostNamed).Select(Short)) + (ids.Count > MostNamed ? $" and {ids.Count - MostNamed} more" : "");

    private static string Short(string? text) => Ellipsis.Of(text ?? "without a name", 60);
}
