using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Backend.Ingest;

/// <summary>Stops the start with a message that names the key and what it may be, and never says what it is.</summary>
internal sealed class IngestOptionsValidator : IValidateOptions<IngestOptions>
{
    public ValidateOptionsResult Validate(string? name, IngestOptions options)
    {
        var failures = options.Keys
            .Select(static (key, i) => (Key: key, Place: i))
            .Where(static entry => entry.Key.Length < IngestOptions.ShortestKey || entry.Key.Any(static c => c is <= ' ' or > '~'))
            .Select(static entry =>
                $"Ingest:Keys:{entry.Place} must be at least {IngestOptions.ShortestKey} letters, digits or signs of ASCII, without blanks.")
            .ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
