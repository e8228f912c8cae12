using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Hosting;
using LiveGridStudio.App.Sources.Mapping;
using LiveGridStudio.Shared.Tables.Sources;

namespace LiveGridStudio.App.Sources;

/// <summary>What is wrong with the settings of one source. Values of headers are never repeated.</summary>
internal static class SourceOptionsCheck
{
    private const double Slowest = 0.01;
    private const double Fastest = 1000;

    /// <summary>The types that may be given, each with its keys. A new type is added here and in <see cref="SourceFactory"/>.</summary>
    private static readonly (string Type, string[] Keys)[] Types =
    [
        (PushSource.Name, []),
        (PollSource.Name, ["Url", "Every", "Headers", "Rows", "Fields", "Where"]),
        (WebSocketSource.Name, ["Url", "Send", "Headers", "Rows", "Fields", "Where"]),
        (ReplaySource.Name, ["File", "Speed", "Loop"]),
    ];

    private static readonly SourceOptions Defaults = new();

    /// <summary>Adds a failure for each wrong key.</summary>
    /// <param name="failures">Filled.</param>
    /// <param name="key">The section, <c>Tables:trades:Source</c>.</param>
    /// <param name="options">What it has.</param>
    public static void Check(List<string> failures, string key, SourceOptions options)
    {
        var (type, keys) = Array.Find(Types, known => known.Type.Equals(options.Type, StringComparison.OrdinalIgnoreCase));
        if (type is null)
        {
            var known = string.Join(", ", Types.Select(static known => known.Type));
            failures.Add($"{key}:Type must be one of {known}, but is '{options.Type}'{(
                options.Type == "simulated" ? ", which only the built-in quotes are" : "")}.");
            return;
        }

        foreach (var given in KeysOf(options).Except(keys))
        {
            failures.Add($"{key}:{given} belongs to a source of type {OwnersOf(given)}, but {key}:Type is {type}.");
        }

        if (keys.Contains("Url"))
        {
            CheckAddress(failures, key, options.Url, type == PollSource.Name ? ["http", "https"] : ["ws", "wss"]);
            CheckHeaders(failures, key, options);
            CheckExpressions(failures, key, options);
        }

        if (type == ReplaySource.Name)
        {
            SettingRange.Require(failures, $"{key}:Speed", options.Speed, Slowest, Fastest);
            if (string.IsNullOrWhiteSpace(options.File))
            {
                failures.Add($"{key}:File must be the path of a recording, such as prices.jsonl.");
            }
        }

        if (type == PollSource.Name)
        {
            SettingRange.Require(failures, $"{key}:Every", options.Every, PollSource.ShortestEvery, PollSource.LongestEvery);
        }
    }

    private static IEnumerable<string> KeysOf(SourceOptions options)
    {
        (string Key, bool IsGiven)[] keys =
        [
            (nameof(options.Url), options.Url is not null),
            (nameof(options.Every), options.Every != Defaults.Every),
            (nameof(options.Headers), options.Headers.Count > 0),
            (nameof(options.Send), options.Send.Count > 0),
            (nameof(options.Rows), options.Rows is not null),
            (nameof(options.Fields), options.Fields.Count > 0),
            (nameof(options.Where), options.Where is not null),
            (nameof(options.File), options.File is not null),
            (nameof(options.Speed), options.Speed != Defaults.Speed),
            (nameof(options.Loop), options.Loop),
        ];
        return keys.Where(static key => key.IsGiven).Select(static key => key.Key);
    }

    private static string OwnersOf(string key) =>
        string.Join(" or ", Types.Where(type => type.Keys.Contains(key)).Select(static type => type.Type));

    private static void CheckAddress(List<string> failures, string key, string? url, string[] schemes)
    {
        var isAddress = Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host.Length > 0 && schemes.Contains(address.Scheme);
        if (!isAddress)
        {
            // A wrong one is not repeated: it may have a password.
            failures.Add($"{key}:Url must be an absolute {schemes[0]} or {schemes[1]} address, such as {schemes[1]}://api.example.com/feed.");
        }
        else if (address!.UserInfo.Length > 0)
        {
            failures.Add($"{key}:Url must have neither user nor password: {key}:Headers:Authorization is the place for them.");
        }
    }

    private static void CheckHeaders(List<string> failures, string key, SourceOptions options)
    {
        try
        {
            _ = Upstream.CredentialsOf(options);
        }
        catch (ConnectException exception)
        {
            failures.Add($"{key}:Headers must be headers that can be sent, but {exception.Message}.");
        }
    }

    private static void CheckExpressions(List<string> failures, string key, SourceOptions options)
    {
        (string Key, string? Text)[] expressions =
        [
            (nameof(options.Rows), options.Rows),
            (nameof(options.Where), options.Where),
            .. options.Fields.Select(static field => ($"{nameof(options.Fields)}:{field.Key}", (string?)field.Value)),
        ];
        foreach (var (name, text) in expressions)
        {
            if (text is not null && !RowExpression.TryCompile(text, out _, out var problem))
            {
                failures.Add($"{key}:{name} must be a JMESPath expression, but '{text}' is not: {problem}");
            }
        }
    }
}
