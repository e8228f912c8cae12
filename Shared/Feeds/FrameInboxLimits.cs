namespace LiveGridStudio.Shared.Feeds;

/// <summary>How much may be queued for a reader that is behind.</summary>
public sealed record FrameInboxLimits
{
    /// <value>Frames. Default 10 000.</value>
    public int MaxFrames { get; init; } = 10_000;

    /// <value>Bytes of those frames on the wire. Default 16 MiB. The newest frame is kept whatever its size.</value>
    public long MaxBytes { get; init; } = 16 * 1024 * 1024;
}
