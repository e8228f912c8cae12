namespace LiveGridStudio.Shared.Feeds;

/// <summary>Sees each frame of a feed as it comes, before anybody has merged it.</summary>
public interface IFrameObserver
{
    /// <summary>Called on any thread, one call at a time, in the order of arrival. Must be quick and must not throw.</summary>
    void OnFrame(ReceivedFrame frame);
}
