using System.Buffers.Binary;

namespace LiveGridStudio.Bench.Fanout.Fleet;

/// <summary>Splits a server's bytes into WebSocket frames. Servers do not mask and, here, do not fragment.</summary>
internal sealed class FrameReader
{
    private byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;

    /// <summary>The buffer for the next bytes; report the number written to <see cref="Advance"/>.</summary>
    public Memory<byte> Free
    {
        get
        {
            if (_start > 0)
            {
                _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
                _end -= _start;
                _start = 0;
            }

            if (_buffer.Length - _end < 1024)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            return _buffer.AsMemory(_end);
        }
    }

    public void Advance(int count) => _end += count;

    /// <summary>Reads the next complete frame. The payload is valid until <see cref="Free"/> is used again.</summary>
    /// <param name="opcode">1 for text, 8 for close, 9 for ping.</param>
    /// <param name="payload">What the frame carries.</param>
    public bool TryRead(out int opcode, out ReadOnlySpan<byte> payload)
    {
        var available = _buffer.AsSpan(_start, _end - _start);
        opcode = 0;
        payload = default;
        if (available.Length < 2)
        {
            return false;
        }

        var (header, length) = (available[1] & 0x7F) switch
        {
            126 => (4, available.Length < 4 ? int.MaxValue : (long)BinaryPrimitives.ReadUInt16BigEndian(available[2..])),
            127 => (10, available.Length < 10 ? int.MaxValue : (long)BinaryPrimitives.ReadUInt64BigEndian(available[2..])),
            var small => (2, small),
        };
        if (header + length > available.Length)
        {
            return false;
        }

        opcode = available[0] & 0x0F;
        payload = available.Slice(header, (int)length);
        _start += header + (int)length;
        return true;
    }
}
