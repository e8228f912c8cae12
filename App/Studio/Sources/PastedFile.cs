using System.Text;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>A file for a preview without a backend: the text that it replaces, and its content.</summary>
public sealed record PastedFile(PasteSlot Slot, string Text)
{
    /// <summary>The most bytes of a file; larger ones are not read.</summary>
    public const int MaxBytes = SampleText.MaxLength;

    private const int LongestName = 80;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] LineEndings = [".jsonl", ".ndjson", ".log"];

    /// <summary>
    /// Recognises a file by its content, and by its name when that is ambiguous. Returns null and the reason when it is none of the texts.
    /// </summary>
    public static PastedFile? Read(string name, byte[] bytes, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(bytes);
        var shown = ShortName(name);
        problem = null;
        if (TextOf(bytes) is not { } text)
        {
            problem = $"{shown} is not a text file: a JSON text in UTF-8 is wanted.";
            return null;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            problem = $"{shown} is empty.";
            return null;
        }

        var isNamedFrames = Has(name, "frame") || Has(name, "message") || LineEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        if (JsonText.TryParse(text, out var value, out var error))
        {
            return isNamedFrames ? new PastedFile(PasteSlot.Frames, LinesOf(value))
                : value.IsList || (Has(name, "rows") && !value["widget"].IsObject) ? new PastedFile(PasteSlot.Rows, text)
                : value.IsObject ? new PastedFile(PasteSlot.Definition, text)
                : Refuse($"{shown} holds neither widgets nor rows: an object or a list is wanted.", out problem);
        }

        // A file with one frame per line is not JSON as a whole, and a frame need not be JSON at all.
        return isNamedFrames || IsJsonByLine(text)
            ? new PastedFile(PasteSlot.Frames, text)
            : Refuse($"{shown} is not JSON, {error}", out problem);
    }

    public static string ShortName(string name) => name.Length > LongestName ? name[..LongestName] + "..." : name;

    private static PastedFile? Refuse(string reason, out string? problem)
    {
        problem = reason;
        return null;
    }

    private static string? TextOf(byte[] bytes)
    {
        try
        {
            var text = Strict.GetString(bytes).TrimStart('\uFEFF');
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool Has(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool IsJsonByLine(string text)
    {
        var lines = text.Split('\n', 3, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 1 && lines.Take(2).All(static line => line is ['{' or '[', ..] && JsonText.TryParse(line, out _, out _));
    }

    /// <summary>Writes a list of frames, or the messages of a preview request, one per line; any other value is one frame.</summary>
    private static string LinesOf(JsValue value) => !value.IsList
        ? JsonText.Stringify(value)
        : string.Join('\n', value.List.Select(SampleText.FrameOf));
}
