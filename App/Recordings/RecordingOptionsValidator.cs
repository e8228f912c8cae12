using LiveGridStudio.App.Hosting;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Recordings;

/// <summary>Stops the start with a message that names the key and its valid values.</summary>
internal sealed class RecordingOptionsValidator : IValidateOptions<RecordingOptions>
{
    public ValidateOptionsResult Validate(string? name, RecordingOptions options)
    {
        var failures = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Path) || options.Path.Contains('\0', StringComparison.Ordinal))
        {
            failures.Add("Recordings:Path must be the path of a folder.");
        }

        SettingRange.Require(failures, "Recordings:MaxBytes", options.MaxBytes, 1024L * 1024, 16L * 1024 * 1024 * 1024);
        SettingRange.Require(failures, "Recordings:MaxFiles", options.MaxFiles, 1, 10_000);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
