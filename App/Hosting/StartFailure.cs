using System.Net.Sockets;
using System.Text.RegularExpressions;
using LiveGridStudio.App.Catalog;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Hosting;

/// <summary>Explains a failed start to the user: the key, the file or the port, and a valid alternative. No stack trace.</summary>
internal static partial class StartFailure
{
    private static readonly Dictionary<string, string> Ranges = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Ticks:MaxStep"] = "a number from 0 to 1000000",
        ["Ticks:MinInterval"] = "a time from 00:00:00.001 to 1.00:00:00",
        ["Ticks:MaxInterval"] = "a time from Ticks:MinInterval to 1.00:00:00",
        ["Ticks:Seed"] = "a whole number from -2147483648 to 2147483647",
        ["Backend:FlushInterval"] = "a time from 00:00:00 to 00:00:10",
        ["Backend:MaxMessageBytes"] = "a whole number from 256 to 16777216",
        ["Backend:CloseTimeout"] = "a time from 00:00:00.100 to 00:01:00",
        ["Backend:StalledAfter"] = "a time from 00:00:00.100 to 01:00:00",
        ["Studio:RenderInterval"] = "a time from 00:00:00.016 to 00:00:05",
        ["Studio:StaleAfter"] = "a time from 00:00:00.100 to 1.00:00:00",
        ["Memory:ReleaseAfter"] = "00:00:00, or a time from 00:00:05 to 01:00:00",
        ["Studio:AppendLimit"] = "a whole number from 1 to 1000000",
        ["Studio:MaxCircuits"] = "a whole number from 1 to 100000",
        ["Studio:MaxCells"] = "a whole number from 10000 to 100000000",
    };

    /// <summary>Where the settings are whose misspelt keys stop the start, by the type that reads them.</summary>
    private static readonly Dictionary<string, string> Sections = new(StringComparer.Ordinal)
    {
        ["TableOptions"] = "Tables:{name}",
        ["SourceOptions"] = "Tables:{name}:Source",
    };

    /// <summary>
    /// The message; null for exceptions that are not a failed start, such as the one of a test tool that only needs the services.
    /// </summary>
    public static string? Explain(Exception exception) => exception switch
    {
        HostAbortedException => null,
        CatalogException => exception.Message,
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        IOException { InnerException: AddressInUseException } =>
            $"{Port(exception.Message)} is in use by another program. Give another address, such as --urls http://localhost:7780.",
        IOException { InnerException: SocketException } or SocketException =>
            $"Cannot listen there: {exception.Message.TrimEnd('.')}. Give another address, such as --urls http://localhost:7780.",
        InvalidOperationException when Causes(exception).Select(NotBound).FirstOrDefault(static text => text is not null) is { } text => text,
        FormatException or InvalidOperationException or InvalidDataException or ArgumentException =>
            $"The host could not start: {FirstLine(exception)}{Inner(exception)}",
        _ => null,
    };

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static string? NotBound(Exception cause) =>
        Conversion().Match(cause.Message) is { Success: true } match ? NotConverted(match)
        : Unknown().Match(cause.Message) is { Success: true } unknown
            ? $"There is no setting {unknown.Groups["keys"].Value} in {Sections.GetValueOrDefault(unknown.Groups["type"].Value, unknown.Groups["type"].Value)}."
        : null;

    private static string NotConverted(Match match)
    {
        var key = match.Groups["key"].Value;
        var range = Ranges.TryGetValue(key, out var known) ? known : Words(match.Groups["type"].Value);
        return key.EndsWith(":Headers", StringComparison.OrdinalIgnoreCase)
            ? $"{key} must be {range}."
            : $"{key} must be {range}, but is '{match.Groups["value"].Value}'.";
    }

    /// <summary>For keys with a name of the user's in them, such as those of a table.</summary>
    private static string Words(string type) => type switch
    {
        "System.TimeSpan" => "a time such as 00:00:05",
        "System.Int32" => "a whole number",
        "System.Double" => "a number",
        "System.Boolean" => "true or false",
        _ when type.Contains("List`1", StringComparison.Ordinal) => "a list, whose entries have the keys 0, 1 and so on",
        _ when type.StartsWith("System.", StringComparison.Ordinal) && !type.Contains("Dictionary`2", StringComparison.Ordinal) =>
            $"a {type.Split('.')[^1]}",
        _ => "a section with keys of its own",
    };

    private static string Port(string message) =>
        Address().Match(message) is { Success: true } match ? $"Port {match.Groups["port"].Value}" : "The address";

    private static string FirstLine(Exception exception) => exception.Message.Split('\n', 2)[0].Trim();

    private static string Inner(Exception exception)
    {
        var innermost = exception.GetBaseException();
        return ReferenceEquals(innermost, exception) ? "" : $" {FirstLine(innermost)}";
    }

    [GeneratedRegex(
        "configuration value '(?<value>[^']*)' at '(?<key>[^']+)' to type '(?<type>[^']+)'",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Conversion();

    [GeneratedRegex(
        @"not found on the instance of \S*?(?<type>[A-Za-z]+): (?<keys>'.*')",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unknown();

    [GeneratedRegex(@"://\S*?:(?<port>\d+)(?:[:/\s]|$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
