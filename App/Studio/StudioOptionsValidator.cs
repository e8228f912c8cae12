using LiveGridStudio.App.Hosting;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Studio;

/// <summary>Stops the start with a message that names the key and its valid values.</summary>
internal sealed class StudioOptionsValidator : IValidateOptions<StudioOptions>
{
    private const int MostRows = 1_000_000;
    private const int MostCircuits = 100_000;

    public ValidateOptionsResult Validate(string? name, StudioOptions options)
    {
        var failures = new List<string>();
        SettingRange.Require(
            failures, "Studio:RenderInterval", options.RenderInterval, TimeSpan.FromMilliseconds(16), TimeSpan.FromSeconds(5));
        SettingRange.Require(
            failures, "Studio:StaleAfter", options.StaleAfter, TimeSpan.FromMilliseconds(100), TimeSpan.FromDays(1));
        SettingRange.Require(failures, "Studio:AppendLimit", options.AppendLimit, 1, MostRows);
        SettingRange.Require(failures, "Studio:MaxCircuits", options.MaxCircuits, 1, MostCircuits);
        SettingRange.Require(failures, "Studio:MaxCells", options.MaxCells, 10_000, 100_000_000);

        if (string.IsNullOrWhiteSpace(options.FrameAncestors) || options.FrameAncestors.Any(static c => c is ';' or ',' || char.IsControl(c)))
        {
            failures.Add(
                "Studio:FrameAncestors must be a list of sources separated by blanks, such as 'self' https://pro.openbb.co, " +
                $"but is '{options.FrameAncestors}'.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
