namespace LiveGridStudio.Shared.Json;

/// <summary>Cuts texts from documents where they are repeated: a hostile one may be as long as the document.</summary>
public static class Ellipsis
{
    /// <summary>The most characters of a text that a page shows.</summary>
    public const int MostShown = 200;

    /// <summary>The text, cut with <c>...</c> when it is longer, without splitting a surrogate pair.</summary>
    public static string Of(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= longest
            ? text
            : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest), "...");
    }

    /// <summary>A name or description for a page, cut because a definition may contain megabytes of it.</summary>
    /// <returns>The text, or 199 characters of it and an ellipsis, without splitting a surrogate pair.</returns>
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
