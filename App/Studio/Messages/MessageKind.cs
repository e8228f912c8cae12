using LiveGridStudio.Shared.Grid.Log;

namespace LiveGridStudio.App.Studio.Messages;

/// <summary>One filter of the message list.</summary>
/// <param name="Name">The name in test ids.</param>
/// <param name="Label">The shown label.</param>
/// <param name="Effects">The required effects; none for all frames.</param>
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
