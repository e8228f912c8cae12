using System.Globalization;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Telemetry;

/// <summary>Stops the start with a message that names the key and its valid values, but never a value that may be secret.</summary>
internal sealed class OtlpOptionsValidator : IValidateOptions<OtlpOptions>
{
    public const string Grpc = "grpc";
    public const string HttpProtobuf = "http/protobuf";

    public ValidateOptionsResult Validate(string? name, OtlpOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Endpoint))
        {
            // Nothing is exported, and other OTLP settings may be meant for another program.
            return ValidateOptionsResult.Success;
        }

        var failures = new List<string>();
        // The message does not contain the address: it may include a password.
        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            failures.Add($"{OtlpKey.Endpoint} must be an http or https address, such as http://localhost:4318.");
        }

        if (!string.IsNullOrEmpty(options.Protocol) && options.Protocol is not (Grpc or HttpProtobuf))
        {
            failures.Add($"{OtlpKey.Protocol} must be {Grpc} or {HttpProtobuf}, but is '{options.Protocol}'.");
        }

        if (!string.IsNullOrEmpty(options.Headers) && !options.Headers.Split(',').All(IsHeader))
        {
            failures.Add($"{OtlpKey.Headers} must be name=value pairs separated by commas.");
        }

        RequireMilliseconds(failures, OtlpKey.Timeout, options.Timeout);
        RequireMilliseconds(failures, OtlpKey.Interval, options.Interval);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsHeader(string pair) =>
        pair.Split('=', 2) is [var name, _] && !string.IsNullOrWhiteSpace(name) && !name.Trim().Any(static c => c <= ' ' || c > '~');

    private static void RequireMilliseconds(List<string> failures, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value)
            && !(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds > 0))
        {
            failures.Add($"{key} must be a whole number of milliseconds from 1 to {int.MaxValue}, but is '{value}'.");
        }
    }
}
