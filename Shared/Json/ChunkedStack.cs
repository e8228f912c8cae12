using System.Diagnostics.CodeAnalysis;

namespace LiveGridStudio.Shared.Json;

/// <summary>
/// A stack that grows in chunks. A list would copy its content each time it grows, and for millions of values hold the old and the new copy
/// at once.
/// </summary>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "It is one.")]
internal sealed class ChunkedStack<T>
{
    // Small enough that no chunk is allocated on the large object heap, which is collected rarely.
    private const int Bits = 11;
    private const int ChunkSize = 1 << Bits;
    private const int SmallestChunk = 8;

    private readonly List<T[]> _chunks = [new T[SmallestChunk]];

    public int Count { get; private set; }

    public ref T this[int index] => ref _chunks[index >> Bits][index & (ChunkSize - 1)];

    public void Push(T item)
    {
        var at = Count & (ChunkSize - 1);
        var chunk = Count >> Bits;
        if (chunk == _chunks.Count)
        {
            _chunks.Add(new T[ChunkSize]);
        }
        else if (at == _chunks[chunk].Length)
        {
            // Only the first chunk starts small, because most documents are small.
            var larger = new T[Math.Min(ChunkSize, 4 * at)];
            _chunks[0].CopyTo(larger, 0);
            _chunks[0] = larger;
        }

        _chunks[chunk][at] = item;
        Count++;
    }

    /// <summary>Pops everything from <paramref name="start"/> on, in the order in which it was pushed.</summary>
    public T[] TakeFrom(int start)
    {
        var taken = new T[Count - start];
        for (var copied = 0; copied < taken.Length;)
        {
            var chunk = _chunks[(start + copied) >> Bits];
            var at = (start + copied) & (ChunkSize - 1);
            var count = Math.Min(taken.Length - copied, chunk.Length - at);
            chunk.AsSpan(at, count).CopyTo(taken.AsSpan(copied));
            copied += count;
        }

        Count = start;
        return taken;
    }
}
