namespace LiveGridStudio.Shared.Json;

/// <summary>Cuts texts of documents where they are repeated: hostile ones are as long as a document.</summary>
public static class Ellipsis
{
    /// <summary>The text; of a longer one the start with <c>...</c> behind it, never half a surrogate pair.</summary>
    public static string Of(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= longest
            ? text
            : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest), "...");
    }
}
