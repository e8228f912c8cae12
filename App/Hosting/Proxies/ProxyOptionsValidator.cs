using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Hosting.Proxies;

/// <summary>Stops the start with a message that names the key and its valid values.</summary>
internal sealed class ProxyOptionsValidator : IValidateOptions<ProxyOptions>
{
    public ValidateOptionsResult Validate(string? name, ProxyOptions options)
    {
        var failures = options.Trusted
            .Select(static (text, index) => (text, index))
            .Where(static entry => !ProxyOptions.TryRead(entry.text, out _))
            .Select(static entry =>
                $"Proxy:Trusted:{entry.index} must be the address of a proxy such as 127.0.0.1, or a network such as 10.0.0.0/8, " +
                $"but is '{entry.text}'.")
            .ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
