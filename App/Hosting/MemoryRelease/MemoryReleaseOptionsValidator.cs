using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Hosting.MemoryRelease;

/// <summary>Stops the start with a message that names the key and its valid values.</summary>
internal sealed class MemoryReleaseOptionsValidator : IValidateOptions<MemoryReleaseOptions>
{
    public ValidateOptionsResult Validate(string? name, MemoryReleaseOptions options)
    {
        var failures = new List<string>();
        if (options.ReleaseAfter != TimeSpan.Zero)
        {
            SettingRange.Require(
                failures, "Memory:ReleaseAfter", options.ReleaseAfter, TimeSpan.FromSeconds(5), TimeSpan.FromHours(1));
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
