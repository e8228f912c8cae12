using System.Text.Json.Serialization;
using LiveGridStudio.App.Catalog;
using LiveGridStudio.Shared.Quotes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveGridStudio.App.Backend;

/// <summary>Reports whether the process is up, whether ticks arrive, and whether the served documents match those on disk.</summary>
internal static class HealthHandlers
{
    public static Ok<HealthAnswer> GetLive() => TypedResults.Ok(new HealthAnswer("up"));

    /// <remarks>
    /// A document that is broken on disk is named, but does not make the host unready: the host serves the last good version, so its
    /// answers are right. Hosts behind one load balancer usually share the file, so all of them would be taken out of service at once, for
    /// an edit that changes nothing that they serve. A host that never had a good version does not start. The path of the file and the
    /// problem in it are for the log and the studio only, because this answer is public.
    /// </remarks>
    public static Results<Ok<HealthAnswer>, JsonHttpResult<HealthAnswer>> GetReady(TickService ticks, WidgetCatalog catalog)
    {
        var state = catalog.Current;
        string[] degraded = [.. Describe(BackendRoutes.Widgets, state.Widgets), .. Describe(BackendRoutes.Apps, state.Apps)];
        var answer = new HealthAnswer(ticks.IsFlowing ? "ticks flow" : "no ticks flow", degraded.Length == 0 ? null : degraded);
        return ticks.IsFlowing
            ? TypedResults.Ok(answer)
            : TypedResults.Json(answer, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static string[] Describe(string route, CatalogDocument document) => document.Fault switch
    {
        CatalogFault.Broken => [$"{route.TrimStart('/')} is broken on disk; its last good version is served."],
        CatalogFault.Silent => [$"{route.TrimStart('/')}: the disk does not answer; its last good version is served."],
        _ => [],
    };
}

/// <summary><c>{"status":"ticks flow","degraded":["widgets.json is broken on disk; its last good version is served."]}</c></summary>
/// <param name="Status">The status that decides between 200 and 503.</param>
/// <param name="Degraded">Problems that do not stop the host from serving everything; absent when there are none.</param>
public sealed record HealthAnswer(
    string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Degraded = null);
