using System.Text;

namespace LiveGridStudio.App.Check;

/// <summary>
/// Buffers an answer up to <see cref="CheckLimits.MaxAnswerBytes"/>, so that it is known before the first byte is sent whether it is too
/// large.
/// </summary>
internal sealed class AnswerBuffer : Stream
{
    // Small enough that chunks are not allocated on the large object heap.
    private const int ChunkSize = 64 * 1024;

    private readonly List<byte[]> _chunks = [];
    private int _length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <summary>Buffers what <paramref name="write"/> writes; null when it is too large.</summary>
    public static AnswerBuffer? Fill(Action<TextWriter> write)
    {
        var buffer = new AnswerBuffer();
        try
        {
            using var text = new StreamWriter(buffer, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            write(text);
            text.Flush();
            return buffer;
        }
        catch (AnswerTooLargeException)
        {
            return null;
        }
    }

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > CheckLimits.MaxAnswerBytes - _length)
        {
            throw new AnswerTooLargeException();
        }

        while (!bytes.IsEmpty)
        {
            var at = _length % ChunkSize;
            if (at == 0)
            {
                _chunks.Add(new byte[ChunkSize]);
            }

            var count = Math.Min(bytes.Length, ChunkSize - at);
            bytes[..count].CopyTo(_chunks[^1].AsSpan(at));
            bytes = bytes[count..];
            _length += count;
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public async Task SendAsync(Stream target, CancellationToken cancellationToken)
    {
        for (var i = 0; i < _chunks.Count; i++)
        {
            var count = Math.Min(ChunkSize, _length - (i * ChunkSize));
            await target.WriteAsync(_chunks[i].AsMemory(0, count), cancellationToken);
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private sealed class AnswerTooLargeException : Exception;
}
