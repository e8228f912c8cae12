using LiveGridStudio.Shared.Grid;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace LiveGridStudio.App.Studio;

/// <summary>
/// What an address says of the studio, such as <c>/?backend=http://127.0.0.1:8000&amp;widget=prices&amp;symbol=TSLA&amp;merge=workspace</c>.
/// Credentials are never in an address.
/// </summary>
public sealed record StudioAddress
{
    private const string BackendKey = "backend";
    private const string WidgetKey = "widget";
    private const string MergeKey = "merge";
    private const string ThemeKey = "theme";
    private const int MostValues = 50;
    private static readonly string[] OwnKeys = [BackendKey, WidgetKey, MergeKey, ThemeKey];

    /// <value>Another backend; null for this host.</value>
    public string? Backend { get; init; }

    /// <value>The id of the selected widget; null for the first one.</value>
    public string? Widget { get; init; }

    public MergePolicy Policy { get; init; } = MergePolicy.Documented;

    /// <value><c>light</c> or <c>dark</c> when the address insists on one.</value>
    public string? Theme { get; init; }

    /// <value>Values of parameters, by name.</value>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public static StudioAddress Read(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        string? Text(string key) => query.TryGetValue(key, out var values) && values.ToString() is { Length: > 0 } text ? text : null;
        return new StudioAddress
        {
            Backend = Text(BackendKey),
            Widget = Text(WidgetKey),
            Policy = MergePolicies.TryRead(Text(MergeKey), out var policy) ? policy : MergePolicy.Documented,
            Theme = Text(ThemeKey),
            Values = query
                .Where(static pair => !OwnKeys.Contains(pair.Key, StringComparer.OrdinalIgnoreCase))
                .Take(MostValues)
                .ToDictionary(static pair => pair.Key, static pair => string.Join(',', pair.Value.ToArray())),
        };
    }

    /// <summary>The same state as an address of the studio.</summary>
    public string ToUri(NavigationManager navigation)
    {
        var query = new Dictionary<string, string?>
        {
            [BackendKey] = Backend,
            [WidgetKey] = Widget,
            [MergeKey] = Policy == MergePolicy.Documented ? null : MergePolicies.ToWire(Policy),
            [ThemeKey] = Theme,
        };
        foreach (var (name, value) in Values)
        {
            query[name] = value;
        }

        return QueryHelpers.AddQueryString(navigation.BaseUri, query.Where(static pair => pair.Value is not null));
    }
}
