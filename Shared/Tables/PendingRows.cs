using System.Numerics;

namespace LiveGridStudio.Shared.Tables;

/// <summary>
/// The rows that wait for one reader: a bit for each slot of the table, in pages that are made when their first row waits. One thread at a
/// time adds; one reader takes, at the same time.
/// </summary>
/// <param name="slots">As many as the table can have.</param>
internal sealed class PendingRows(int slots)
{
    private const int WordsOfPage = 64;
    private const int SlotsOfPage = WordsOfPage * 64;

    /// <summary>A small table has one short page, so that looking for what waits costs as little as there can be.</summary>
    private readonly int _words = Math.Min(WordsOfPage, (slots + 63) / 64);
    private readonly ulong[]?[] _pages = new ulong[]?[(slots + SlotsOfPage - 1) / SlotsOfPage];
    private int _any;

    /// <summary>Whether a row may wait.</summary>
    public bool Any => Volatile.Read(ref _any) != 0;

    /// <summary>False when the row waits already.</summary>
    public bool Add(int slot)
    {
        ref var page = ref _pages[slot / SlotsOfPage];
        if (page is null)
        {
            Volatile.Write(ref page, new ulong[_words]);
        }

        var bit = 1UL << (slot & 63);
        var isNew = (Interlocked.Or(ref page[slot % SlotsOfPage / 64], bit) & bit) == 0;
        // After the bit: who sees this finds the bit too.
        if (Volatile.Read(ref _any) == 0)
        {
            Volatile.Write(ref _any, 1);
        }

        return isNew;
    }

    /// <summary>Takes all that wait, in the order of their slots.</summary>
    /// <param name="into">Gets the slots; a row that comes meanwhile is taken now or next time.</param>
    public void Take(List<int> into)
    {
        Interlocked.Exchange(ref _any, 0);
        for (var i = 0; i < _pages.Length; i++)
        {
            if (Volatile.Read(ref _pages[i]) is not { } page)
            {
                continue;
            }

            for (var word = 0; word < page.Length; word++)
            {
                if (Volatile.Read(ref page[word]) == 0)
                {
                    continue;
                }

                var bits = Interlocked.Exchange(ref page[word], 0);
                while (bits != 0)
                {
                    into.Add((i * SlotsOfPage) + (word * 64) + BitOperations.TrailingZeroCount(bits));
                    bits &= bits - 1;
                }
            }
        }
    }
}
