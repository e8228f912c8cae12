namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>The render function <c>titleCase</c>: <c>HIGH_YIELD_ETF</c> becomes <c>High Yield ETF</c>.</summary>
internal static class TitleCase
{
    /// <summary>Shorter runs keep their letters: they may be an abbreviation.</summary>
    private const int LeastLowered = 4;

    /// <summary>Splits and capitalises as labels are, then lowers runs of at least four word characters behind their first one.</summary>
    public static string Of(string text)
    {
        var letters = FieldLabel.Of(text).ToCharArray();
        for (int start = 0, end; start < letters.Length; start = end + 1)
        {
            end = start;
            while (end < letters.Length && IsWord(letters[end]))
            {
                end++;
            }

            for (var i = start + 1; end - start >= LeastLowered && i < end; i++)
            {
                letters[i] = char.ToLowerInvariant(letters[i]);
            }
        }

        return new string(letters);
    }

    private static bool IsWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';
}
