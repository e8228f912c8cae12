using System.Text;
using Microsoft.JSInterop;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>Bytes that a page returns as a stream; a text is encoded as by the page's <c>bytesOf</c>.</summary>
internal sealed class TextReference(byte[] bytes) : IJSStreamReference
{
    public TextReference(string text)
        : this(Encoding.UTF8.GetBytes(" " + text))
    {
    }

    public bool IsDisposed { get; private set; }

    public long Length => bytes.Length;

    /// <summary>Reads one byte at a time, so that each multi-byte character is split between pieces.</summary>
    public ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize = 512_000, CancellationToken cancellationToken = default) =>
        bytes.Length == 0 ? throw new InvalidOperationException("A stream of nothing ends the page.")
        : bytes.Length > maxAllowedSize ? throw new ArgumentOutOfRangeException(nameof(maxAllowedSize))
        : ValueTask.FromResult<Stream>(new Dribble(bytes));

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }

    private sealed class Dribble(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
