namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>The newest frames, limited in number and bytes; the oldest are removed first.</summary>
internal sealed class FrameRing(int maxFrames, int maxBytes)
{
    private readonly LoggedFrame?[] _frames = new LoggedFrame?[maxFrames];
    private int _oldest;

    public int Count { get; private set; }

    public int Bytes { get; private set; }

    /// <param name="age">0 for the newest.</param>
    public LoggedFrame this[int age] => _frames[(_oldest + Count - 1 - age) % _frames.Length]!;

    public void Add(LoggedFrame frame)
    {
        while (Count > 0 && (Count == _frames.Length || Bytes + frame.Bytes > maxBytes))
        {
            Bytes -= _frames[_oldest]!.Bytes;
            _frames[_oldest] = null;
            _oldest = (_oldest + 1) % _frames.Length;
            Count--;
        }

        _frames[(_oldest + Count) % _frames.Length] = frame;
        Count++;
        Bytes += frame.Bytes;
    }

    public void Clear()
    {
        Array.Clear(_frames);
        _oldest = Count = Bytes = 0;
    }
}
