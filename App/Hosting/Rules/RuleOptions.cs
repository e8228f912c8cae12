using LiveGridStudio.Shared.Checking;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Hosting.Rules;

/// <summary>Rules of the checker that are switched off everywhere, section <c>Check</c>.</summary>
public sealed class RuleOptions
{
    public const string SectionName = "Check";

    /// <value>Rules, such as <c>LG009</c>, or rules of one widget, <c>LG009:prices</c>. Default none.</value>
    public List<string> Disable { get; init; } = [];

    /// <value>The rules, read; unknown ones are left out.</value>
    public RuleSwitches Switches => RuleSwitches.Read(Disable, out _);
}

/// <summary>Stops the start with a message that names the rule, and those that there are.</summary>
internal sealed class RuleOptionsValidator : IValidateOptions<RuleOptions>
{
    public ValidateOptionsResult Validate(string? name, RuleOptions options)
    {
        _ = RuleSwitches.Read(options.Disable, out var problem);
        return problem is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail($"Check:Disable: {problem}");
    }
}

internal static class RuleServiceCollectionExtensions
{
    /// <summary>Adds the setting <c>Check:Disable</c>.</summary>
    public static IServiceCollection AddRules(this IServiceCollection services)
    {
        services.AddOptions<RuleOptions>().BindConfiguration(RuleOptions.SectionName).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<RuleOptions>, RuleOptionsValidator>();
    }
}
