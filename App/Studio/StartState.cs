using LiveGridStudio.Shared.Grid;
using Microsoft.AspNetCore.WebUtilities;

namespace LiveGridStudio.App.Studio;

/// <summary>What an address says a preview starts with: <c>?symbol=TSLA,AAPL&amp;merge=workspace</c>.</summary>
/// <param name="Values">Values of parameters, by name.</param>
/// <param name="Policy">The merge policy.</param>
internal sealed record StartState(IReadOnlyDictionary<string, string> Values, MergePolicy Policy)
{
    private static readonly string[] OwnKeys = ["backend", "widget", "merge", "theme"];

    public static StartState Default { get; } = new(new Dictionary<string, string>(), MergePolicy.Documented);

    public static StartState Read(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        return new StartState(
            query.Where(static pair => !OwnKeys.Contains(pair.Key, StringComparer.OrdinalIgnoreCase))
                .ToDictionary(static pair => pair.Key, static pair => string.Join(',', pair.Value.ToArray())),
            query.TryGetValue("merge", out var merge) && merge == "workspace" ? MergePolicy.Workspace : MergePolicy.Documented);
    }
}
