using System.Text.Json.Serialization;
using LiveGridStudio.App.Catalog;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveGridStudio.App.Backend;

/// <summary>Reports whether the process is up, whether the source of each table runs, and whether the served documents match those on disk.</summary>
internal static class HealthHandlers
{
    public static Ok<HealthAnswer> GetLive() => TypedResults.Ok(new HealthAnswer("up"));

    /// <remarks>
    /// A document that is broken on disk is named, but does not make the host unready: the host serves the last good version, so its
    /// answers are right. Hosts behind one load balancer usually share the file, so all of them would be taken out of service at once, for
    /// an edit that changes nothing that they serve. A host that never had a good version does not start. The path of the file and the
    /// problem in it are for the log and the studio only, because this answer is public.
    /// </remarks>
    public static Results<Ok<HealthAnswer>, JsonHttpResult<HealthAnswer>> GetReady(LiveTables tables, ITableStore store, WidgetCatalog catalog)
    {
        string[] silent = [.. tables.All.Select(static query => query.Table).Where(static table => !table.Source.IsHealthy).Select(Describe)];
        var state = catalog.Current;
        string[] degraded = [.. Describe(BackendRoutes.Widgets, state.Widgets), .. Describe(BackendRoutes.Apps, state.Apps)];
        var answer = new HealthAnswer(
            silent.Length == 0 ? "ticks flow" : "not every source runs",
            degraded.Length == 0 ? null : degraded,
            silent.Length == 0 ? null : silent,
            store.Stale);
        return silent.Length == 0
            ? TypedResults.Ok(answer)
            : TypedResults.Json(answer, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The reason is for the log and the studio only: it may quote an address.</summary>
    private static string Describe(LiveTable table) => table.Source.Status.State switch
    {
        SourceState.Starting => $"{table.Name}: its source ({table.Source.Type}) has brought nothing yet.",
        SourceState.Running => $"{table.Name}: its source ({table.Source.Type}) is silent.",
        _ => $"{table.Name}: its source ({table.Source.Type}) failed and is tried again.",
    };

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
/// <param name="Tables">The tables whose source does not run; absent when there are none.</param>
/// <param name="Stale">Why the rows may be old; absent while they are not.</param>
public sealed record HealthAnswer(
    string Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Degraded = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Tables = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Stale = null);
