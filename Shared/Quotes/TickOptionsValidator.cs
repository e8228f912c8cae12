using System.Globalization;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Shared.Quotes;

/// <summary>Stops the start with a message that names the key and its valid values.</summary>
internal sealed class TickOptionsValidator : IValidateOptions<TickOptions>
{
    private const double MaxAmount = 1e12;
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, TickOptions options)
    {
        var failures = new List<string>();
        if (!(options.MaxStep >= 0 && options.MaxStep <= 1_000_000))
        {
            failures.Add($"Ticks:MaxStep must be between 0 and 1000000, but is {Show(options.MaxStep)}.");
        }

        if (!(options.Pull >= 0 && options.Pull <= 1))
        {
            failures.Add($"Ticks:Pull must be between 0 and 1, but is {Show(options.Pull)}.");
        }

        if (options.MinInterval < Shortest || options.MinInterval > Longest)
        {
            failures.Add($"Ticks:MinInterval must be between {Shortest} and {Longest}, but is {options.MinInterval}.");
        }

        if (options.MaxInterval < options.MinInterval || options.MaxInterval > Longest)
        {
            failures.Add(
                $"Ticks:MaxInterval must be between Ticks:MinInterval ({options.MinInterval}) and {Longest}, but is {options.MaxInterval}.");
        }

        ValidateSymbols(options.Symbols, failures);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void ValidateSymbols(List<SymbolOptions> symbols, List<string> failures)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < symbols.Count; i++)
        {
            var symbol = symbols[i];
            var key = $"Ticks:Symbols:{i}";
            if (symbol.Symbol.Length is 0 or > 32 || symbol.Symbol.Any(static c => c == ',' || char.IsWhiteSpace(c) || char.IsControl(c)))
            {
                failures.Add($"{key}:Symbol must be 1 to 32 characters without commas or blanks, but is '{symbol.Symbol}'.");
            }
            else if (!seen.Add(symbol.Symbol))
            {
                failures.Add($"{key}:Symbol must be unique, but '{symbol.Symbol}' is there twice.");
            }

            RequirePositive(failures, $"{key}:Price", symbol.Price);
            RequirePositive(failures, $"{key}:PreviousClose", symbol.PreviousClose ?? 1);
            RequirePositive(failures, $"{key}:SharesOutstanding", symbol.SharesOutstanding);
            if (symbol.Volume is < 0 or > 1_000_000_000_000_000)
            {
                failures.Add($"{key}:Volume must be between 0 and 1000000000000000, but is {symbol.Volume}.");
            }
        }
    }

    private static void RequirePositive(List<string> failures, string key, double value)
    {
        if (!(value > 0 && value <= MaxAmount))
        {
            failures.Add($"{key} must be above 0 and at most {Show(MaxAmount)}, but is {Show(value)}.");
        }
    }

    private static string Show(double value) => value.ToString(CultureInfo.InvariantCulture);
}
