namespace LiveGridStudio.Shared.Json;

/// <summary>Cuts texts of documents where they are repeated: hostile ones are as long as a document.</summary>
public static class Ellipsis
{
    /// <summary>Letters of a text that a page shows.</summary>
    public const int MostShown = 200;

    /// <summary>The text; of a longer one the start with <c>...</c> behind it, never half a surrogate pair.</summary>
    public static string Of(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= longest
            ? text
            : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest), "...");
    }

    /// <summary>A name or description as a page shows it: a definition may have megabytes of them, which nobody reads.</summary>
    /// <returns>The text, or 199 letters of it and an ellipsis; never half of a surrogate pair.</returns>
    public static string Shown(string? text)
    {
        if (text is null || text.Length <= MostShown)
        {
            return text ?? "";
        }

        var length = MostShown - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), "…");
    }
}
