namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>One second of the last minute.</summary>
/// <param name="Frames">Frames that came in it; null when nobody was looking for all of it.</param>
/// <param name="Age">The greatest age that the newest tick reached in it; null when there was none to be old.</param>
public readonly record struct FrameSecond(int? Frames, TimeSpan? Age);
