namespace LiveGridStudio.App.Ui;

/// <summary>Names and descriptions as the page shows them: a definition may have megabytes of them, which nobody reads.</summary>
internal static class ShownText
{
    public const int MostLetters = 200;

    /// <summary>The text, or as much as is shown of it and an ellipsis; never half of a surrogate pair.</summary>
    public static string Of(string? text)
    {
        if (text is null || text.Length <= MostLetters)
        {
            return text ?? "";
        }

        var length = MostLetters - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), "…");
    }
}
