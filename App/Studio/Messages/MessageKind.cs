using LiveGridStudio.Shared.Grid.Log;

namespace LiveGridStudio.App.Studio.Messages;

/// <summary>One choice of what to show.</summary>
/// <param name="Name">In test ids.</param>
/// <param name="Label">On the page.</param>
/// <param name="Effects">What a frame must have done; none for all frames.</param>
internal sealed record MessageKind(string Name, string Label, FrameEffects Effects)
{
    public static IReadOnlyList<MessageKind> All { get; } =
    [
        new("all", "All", FrameEffects.None),
        new("changed", "Changed", FrameEffects.Changed | FrameEffects.Appended),
        new("ignored", "Ignored fields", FrameEffects.IgnoredFields | FrameEffects.FrozenFields),
        new("unknown", "Unknown rows", FrameEffects.UnknownRows),
        new("not-rows", "No row", FrameEffects.NotRows),
        new("lost", "Unreadable", FrameEffects.Lost | FrameEffects.NotJson),
    ];
}
