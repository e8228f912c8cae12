using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Workspace;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace LiveGridStudio.App.Studio;

/// <summary>
/// The state of the studio in an address, such as
/// <c>/?backend=http://127.0.0.1:8000&amp;widget=prices&amp;symbol=TSLA&amp;merge=workspace</c>. A parameter with the name of one of the
/// studio's own keys is written as <c>param.widget</c>. An address never contains credentials.
/// </summary>
public sealed record StudioAddress
{
    private const string BackendKey = "backend";
    private const string WidgetKey = "widget";
    private const string MergeKey = "merge";
    private const string ThemeKey = "theme";
    private const string RecordingKey = "recording";
    private const string SpeedKey = "speed";
    private const string LoopKey = "loop";
    private const string ParamPrefix = "param.";
    private const int MostValues = 50;
    private static readonly string[] OwnKeys = [BackendKey, WidgetKey, MergeKey, ThemeKey, RecordingKey, SpeedKey, LoopKey];

    /// <value>Another backend; null for this host.</value>
    public string? Backend { get; init; }

    /// <value>The id of the selected widget; null for the first one.</value>
    public string? Widget { get; init; }

    public MergePolicy Policy { get; init; } = MergePolicy.Documented;

    /// <value><c>light</c> or <c>dark</c> when the address sets the theme; else null.</value>
    public string? Theme { get; init; }

    /// <value>A recording in the place of a backend; null for none. Only the preview page plays it.</value>
    public RecordingAddress? Recording { get; init; }

    /// <value>Values of parameters, by name.</value>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public static StudioAddress Read(string address)
    {
        var own = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(new Uri(address).Query))
        {
            var key = pair.DecodeName().ToString();
            if (OwnKeys.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                Add(own, key, pair.DecodeValue().ToString());
            }
            else if (values.Count < MostValues || values.ContainsKey(NameOf(key)))
            {
                Add(values, NameOf(key), pair.DecodeValue().ToString());
            }
        }

        string? Text(string key) => own.GetValueOrDefault(key) is { Length: > 0 } text ? text : null;
        return new StudioAddress
        {
            Backend = Text(BackendKey),
            Widget = Text(WidgetKey),
            Policy = MergePolicies.TryRead(Text(MergeKey), out var policy) ? policy : MergePolicy.Documented,
            Theme = Text(ThemeKey),
            Recording = Text(RecordingKey) is { } name ? RecordingAddress.Of(name, Text(SpeedKey), Text(LoopKey)) : null,
            Values = values,
        };
    }

    /// <summary>Writes the state as an address of the studio.</summary>
    public string ToUri(NavigationManager navigation)
    {
        ArgumentNullException.ThrowIfNull(navigation);
        return navigation.BaseUri + ToQuery();
    }

    /// <summary>The part of the address behind the path, such as <c>?widget=prices</c>; empty when nothing is chosen.</summary>
    public string ToQuery()
    {
        var query = new List<KeyValuePair<string, string?>>
        {
            new(BackendKey, Backend),
            new(WidgetKey, Widget),
            new(MergeKey, Policy == MergePolicy.Documented ? null : MergePolicies.ToWire(Policy)),
            new(ThemeKey, Theme),
            new(RecordingKey, Recording?.Name),
            new(SpeedKey, Recording?.SpeedText),
            new(LoopKey, Recording is { IsLooping: true } ? "true" : null),
        };
        query.AddRange(Values.Select(static pair => KeyValuePair.Create(KeyOf(pair.Key), (string?)pair.Value)));
        return QueryHelpers.AddQueryString("", query.Where(static pair => pair.Value is not null));
    }

    /// <summary>Whether both name the same backend, however written; a text that is not an address names none.</summary>
    public bool IsOf(string? backend)
    {
        try
        {
            return Backend is not null && backend is not null && BackendAddress.Parse(Backend) == BackendAddress.Parse(backend);
        }
        catch (ConnectException)
        {
            return false;
        }
    }

    private static string KeyOf(string name) => IsTaken(name) ? ParamPrefix + name : name;

    private static string NameOf(string key) => IsTaken(key) ? key[ParamPrefix.Length..] : key;

    /// <summary>Whether it is one of the page's keys, or could be confused with a prefixed key.</summary>
    private static bool IsTaken(string name)
    {
        var rest = name.AsSpan();
        while (rest.StartsWith(ParamPrefix, StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[ParamPrefix.Length..];
        }

        foreach (var key in OwnKeys)
        {
            if (rest.Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A repeated name becomes one value, as in a list.</summary>
    private static void Add(Dictionary<string, string> values, string name, string value) =>
        values[name] = values.TryGetValue(name, out var before) ? $"{before},{value}" : value;
}
