using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

/// <summary>Reads the apps of an <c>apps.json</c>: a list, or a single app. Entries that are not objects are ignored.</summary>
internal static class AppsDocument
{
    private const string Alias = "mcp_servers";
    private const string Key = "mcpServers";

    /// <summary>The name shown for an app that has none.</summary>
    public const string Nameless = "Unknown App";

    /// <returns>The apps with their indexes in the list, read lazily.</returns>
    public static IEnumerable<(int Index, JsValue App)> Read(JsValue document)
    {
        if (document.IsObject)
        {
            if (document.Object.Count > 0)
            {
                yield return (0, Rename(document));
            }

            yield break;
        }

        for (var i = 0; i < document.List.Count; i++)
        {
            var app = document.List[i];
            if (app.IsObject || app.IsList)
            {
                yield return (i, Rename(app));
            }
        }
    }

    /// <summary>The name as a text, whatever its type; <paramref name="nameless"/> when the name is falsy.</summary>
    public static string NameOf(JsValue app, string nameless) =>
        app["name"] is { IsTruthy: true } name ? name.ToString() : nameless;

    private static JsValue Rename(JsValue app) =>
        app.Object.Has(Alias) && !app.Object.Has(Key)
            ? app.Object.Without(Alias).With(Key, app[Alias])
            : app;
}
