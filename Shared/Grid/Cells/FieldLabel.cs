using System.Text;

namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>
/// Makes a readable name from a key: <c>change_percent</c> becomes <c>Change Percent</c>, <c>EPSGrowth</c> becomes <c>EPS Growth</c>.
/// </summary>
public static class FieldLabel
{
    /// <summary>
    /// Splits camel case, replaces <c>_</c> by a blank and capitalises each word. Words are ASCII letters, digits and <c>_</c>, so that
    /// <c>ünit</c> becomes <c>üNit</c>, as in Workspace.
    /// </summary>
    public static string Of(string key)
    {
        var text = new StringBuilder(key.Length + 4);
        var isInWord = false;
        for (var i = 0; i < key.Length; i++)
        {
            var c = key[i] == '_' ? ' ' : key[i];
            if (SplitsBefore(key, i))
            {
                text.Append(' ');
                isInWord = false;
            }

            var isWord = char.IsAsciiLetterOrDigit(c);
            text.Append(isWord && !isInWord ? char.ToUpperInvariant(c) : c);
            isInWord = isWord;
        }

        return text.ToString();
    }

    private static bool SplitsBefore(string key, int i) =>
        i > 0
        && char.IsAsciiLetterUpper(key[i])
        && (char.IsAsciiLetterLower(key[i - 1])
            || char.IsAsciiDigit(key[i - 1])
            || (char.IsAsciiLetterUpper(key[i - 1]) && i + 1 < key.Length && char.IsAsciiLetterLower(key[i + 1])));
}
