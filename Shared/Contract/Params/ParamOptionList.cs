using System.Globalization;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract.Params;

/// <summary>The options from an <c>optionsEndpoint</c>: <c>[{"label": "Apple", "value": "AAPL"}]</c>.</summary>
/// <param name="Options">In the order of the answer, each value once.</param>
/// <param name="Note">What is unusual about the answer, in a plain sentence; null for nothing.</param>
public sealed record ParamOptionList(IReadOnlyList<ParamOption> Options, string? Note = null)
{
    /// <summary>The most options that are kept.</summary>
    public const int MostOptions = 10_000;

    /// <summary>Longer labels and descriptions are cut; options with longer values are left out.</summary>
    public const int LongestText = 500;

    /// <summary>Reads an answer; returns null and the reason when it is not a list of options.</summary>
    /// <remarks>The documentation allows objects only; plain texts and numbers are read too, and noted.</remarks>
    public static ParamOptionList? Read(JsValue answer, out string? problem)
    {
        problem = null;
        if (!answer.IsList)
        {
            problem = "the answer is not a list of {\"label\", \"value\"} objects";
            return null;
        }

        var read = new Dictionary<string, ParamOption>(StringComparer.Ordinal);
        var (plain, odd, more) = (0, 0, 0);
        foreach (var entry in answer.List)
        {
            if (Option(entry) is not { } option)
            {
                odd++;
            }
            else if (read.Count == MostOptions)
            {
                more++;
            }
            else
            {
                plain += entry.IsObject ? 0 : 1;
                read.TryAdd(option.Value.IsNull ? "" : option.Value.ToString(), option);
            }
        }

        if (read.Count == 0 && odd > 0)
        {
            problem = "none of the answer's entries has a label and a value";
            return null;
        }

        return new ParamOptionList([.. read.Values], Notes(plain, odd, more));
    }

    private static ParamOption? Option(JsValue entry)
    {
        if (entry.IsNumber || entry.IsText)
        {
            return !IsChoice(entry) ? null : new ParamOption { Raw = entry, Label = Cut(entry.ToString()), Value = entry };
        }

        var option = ParamOption.Read(entry);
        return !IsChoice(option.Value) ? null : option with
        {
            Label = Cut(option.Label ?? (entry["label"].IsNumber ? entry["label"].ToString() : null)),
            Description = Cut(option.Description),
            RightOfDescription = Cut(option.RightOfDescription),
        };
    }

    private static bool IsChoice(JsValue value) =>
        value.IsNumber || value.IsBoolean || value.IsNull || value.Text is { Length: <= LongestText };

    private static string? Cut(string? text) =>
        text is not { Length: > LongestText } ? text
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText), "...");

    private static string? Notes(int plain, int odd, int more)
    {
        string?[] notes =
        [
            more == 0 ? null : $"Only the first {Number(MostOptions)} of {Number(MostOptions + more)} choices are offered.",
            odd == 0 ? null : $"{Number(odd)} {(odd == 1 ? "entry" : "entries")} of the answer without a usable value left out.",
            plain == 0 ? null : "The endpoint gives plain values; Workspace's documentation asks for objects with label and value.",
        ];
        var said = notes.OfType<string>().ToList();
        return said.Count == 0 ? null : string.Join(' ', said);
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
