using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Widgets.Validation.Rules;

/// <summary>The apps of an <c>apps.json</c>: a list, or one app alone. What is no object is passed over.</summary>
internal static class AppsDocument
{
    private const string Alias = "mcp_servers";
    private const string Key = "mcpServers";

    /// <returns>The apps with their places in the list.</returns>
    public static IReadOnlyList<(int Index, JsValue App)> Read(JsValue document)
    {
        if (document.IsObject)
        {
            return document.Object.Count == 0 ? [] : [(0, Rename(document))];
        }

        return
        [
            .. document.List
                .Select(static (app, index) => (index, Rename(app)))
                .Where(static entry => entry.Item2.IsObject || entry.Item2.IsList),
        ];
    }

    /// <summary>The name as a text, whatever it is; <paramref name="nameless"/> for one that is falsy.</summary>
    public static string NameOf(JsValue app, string nameless) =>
        app["name"] is { IsTruthy: true } name ? name.ToString() : nameless;

    private static JsValue Rename(JsValue app) =>
        app.Object.Has(Alias) && !app.Object.Has(Key)
            ? app.Object.Without(Alias).With(Key, app[Alias])
            : app;
}
