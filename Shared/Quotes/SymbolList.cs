namespace LiveGridStudio.Shared.Quotes;

/// <summary>Symbols as clients write them: comma texts, blanks around them, repeats.</summary>
public static class SymbolList
{
    /// <summary>The symbols in the order asked, trimmed, each once whatever its case.</summary>
    public static IReadOnlyList<string> Split(IEnumerable<string?> texts)
    {
        var symbols = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in texts)
        {
            var letters = text.AsSpan();
            foreach (var part in letters.Split(','))
            {
                // A text is made of what is new alone: a client may repeat one symbol as often as its message has room.
                var symbol = letters[part].Trim();
                if (!symbol.IsEmpty && seen.Add(symbol))
                {
                    symbols.Add(symbol.ToString());
                }
            }
        }

        return symbols;
    }
}
