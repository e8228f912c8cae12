namespace LiveGridStudio.Shared.Quotes;

/// <summary>Reads symbols as clients write them: comma-separated texts, with blanks and repetitions.</summary>
public static class SymbolList
{
    /// <summary>The symbols in the order requested, trimmed, each once whatever its case.</summary>
    public static IReadOnlyList<string> Split(IEnumerable<string?> texts)
    {
        var symbols = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in texts)
        {
            var letters = text.AsSpan();
            foreach (var part in letters.Split(','))
            {
                // A text is allocated only for a new symbol: a client may repeat one symbol many times in one message.
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
