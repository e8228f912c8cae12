using System.Text.RegularExpressions;
using LiveGridStudio.App.Hosting;
using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Shared.Tables;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Sources;

/// <summary>Stops the start with a message that names the key and what it may be.</summary>
internal sealed partial class TablesOptionsValidator : IValidateOptions<TablesOptions>
{
    private static readonly string[] Taken =
    [
        "widgets.json", "apps.json", "openapi.json", "healthz", "api", "preview", "not-found", "tables", "recordings", "doctor", "apps",
        QuoteBook.Endpoint, QuoteBook.WsEndpoint,
    ];

    public ValidateOptionsResult Validate(string? name, TablesOptions options)
    {
        var failures = new List<string>();
        var paths = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (table, shape) in options)
        {
            var key = $"{TablesOptions.SectionName}:{table}";
            if (!Name().IsMatch(table) || table.Equals("quotes", StringComparison.OrdinalIgnoreCase))
            {
                failures.Add($"{key} must have a name of letters, digits, - and _ (64 at most), and not quotes, which is built in.");
                continue;
            }

            SettingRange.Require(failures, $"{key}:MaxRows", shape.MaxRows, 1, TableOptions.MostRows);
            SettingRange.Require(failures, $"{key}:Keep", shape.Keep, 1, TableOptions.MostRows);
            if (shape.Key.Any(string.IsNullOrWhiteSpace) || shape.Key.Distinct(StringComparer.Ordinal).Count() != shape.Key.Count)
            {
                failures.Add($"{key}:Key must be a list of distinct columns: {key}:Key:0, {key}:Key:1 and so on.");
            }

            if (shape.Key.Intersect(shape.SnapshotOnly, StringComparer.Ordinal).FirstOrDefault() is { } both)
            {
                failures.Add($"{key}:SnapshotOnly must not name the key column {both}: messages need it.");
            }

            SourceOptionsCheck.Check(failures, $"{key}:Source", shape.Source);
            var served = new LiveTable(table, shape, TimeProvider.System);
            Take(failures, paths, $"{key}:Endpoint", served.Endpoint);
            Take(failures, paths, $"{key}:WsEndpoint", served.WsEndpoint);
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void Take(List<string> failures, Dictionary<string, string> paths, string key, string path)
    {
        if (!Path().IsMatch(path) || path.StartsWith('_') || Taken.Contains(path.Split('/')[0], StringComparer.OrdinalIgnoreCase))
        {
            failures.Add($"{key} must be a path of letters, digits, -, _, . and / that this host does not use itself, but is '{path}'.");
        }
        else if (!paths.TryAdd(path, key))
        {
            failures.Add($"{key} must be another path than {paths[path]}, but both are '{path}'.");
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$", RegexOptions.None, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Path();
}
