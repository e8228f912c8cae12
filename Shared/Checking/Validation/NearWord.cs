namespace LiveGridStudio.Shared.Checking.Validation;

/// <summary>Finds the name that an author probably meant: the same in another spelling, or one that differs in a letter or two.</summary>
internal static class NearWord
{
    private const int Longest = 60;

    /// <summary>Names that differ in too many letters, and mean the same.</summary>
    private static readonly Dictionary<string, string> Meant = new(StringComparer.Ordinal)
    {
        ["REFRESHINTERVAL"] = "refetchInterval",
        ["POLLINGINTERVAL"] = "refetchInterval",
        ["CACHETIME"] = "staleTime",
        ["TITLE"] = "name",
        ["URL"] = "endpoint",
        ["WEBSOCKETENDPOINT"] = "wsEndpoint",
        ["SOCKETENDPOINT"] = "wsEndpoint",
        ["PARAMETERS"] = "params",
        ["STRING"] = "text",
        ["INTEGER"] = "number",
        ["FLOAT"] = "number",
        ["BOOL"] = "boolean",
        ["DROPDOWN"] = "endpoint",
        ["DATETIME"] = "date",
        ["CURRENCY"] = "none",
    };

    /// <summary>The nearest name; null when none is near.</summary>
    /// <param name="word">The author's word.</param>
    /// <param name="names">The names that are known.</param>
    public static string? Of(string word, IReadOnlyCollection<string> names)
    {
        if (word.Length is 0 or > Longest)
        {
            return null;
        }

        var plain = Plain(word);
        if (names.FirstOrDefault(name => Plain(name) == plain) is { } same)
        {
            return same == word ? null : same;
        }

        if (Meant.TryGetValue(plain, out var meant) && names.Contains(meant))
        {
            return meant;
        }

        var most = plain.Length <= 3 ? 0 : plain.Length <= 7 ? 1 : 2;
        var (nearest, distance) = ((string?)null, most + 1);
        foreach (var name in names)
        {
            var far = Distance(plain, Plain(name), most);
            if (far < distance)
            {
                (nearest, distance) = (name, far);
            }
        }

        return nearest;
    }

    private static string Plain(string name) => name.Trim().Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)
        .Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>Letters that are added, taken away, changed, or swapped with their neighbour; more than <paramref name="most"/> counts as one more.</summary>
    private static int Distance(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
        {
            return most + 1;
        }

        var (before, last, row) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[other.Length];
    }
}
