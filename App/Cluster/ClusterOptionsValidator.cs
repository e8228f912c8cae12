using LiveGridStudio.App.Hosting;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace LiveGridStudio.App.Cluster;

/// <summary>Stops the start with a message that names the key and what it may be; never says what it is, for it may hold a password.</summary>
internal sealed class ClusterOptionsValidator : IValidateOptions<ClusterOptions>
{
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestLease = TimeSpan.FromSeconds(60);

    public ValidateOptionsResult Validate(string? name, ClusterOptions options)
    {
        var failures = new List<string>();
        if (options.Redis is { Length: > 0 } redis && !IsAddress(redis))
        {
            failures.Add("Cluster:Redis must be a host and port with options behind commas, such as localhost:6379,password=...,ssl=true.");
        }

        if (options.Name.Length is 0 or > 64 || options.Name.Any(static c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_')))
        {
            failures.Add("Cluster:Name must have 1 to 64 letters, digits and - . _ in it.");
        }

        SettingRange.Require(failures, "Cluster:LeaseTime", options.LeaseTime, ShortestLease, LongestLease);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsAddress(string redis)
    {
        try
        {
            return ConfigurationOptions.Parse(redis).EndPoints.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
