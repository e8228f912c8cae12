using LiveGridStudio.Shared.Grid.Log;

namespace LiveGridStudio.App.Studio.Messages;

/// <summary>The effect of a frame in one word, with its emphasis.</summary>
/// <param name="Word">The shown word.</param>
/// <param name="Tone">Part of a class: <c>good</c>, <c>quiet</c>, <c>warn</c> or <c>bad</c>.</param>
internal readonly record struct MessageBadge(string Word, string Tone)
{
    private const FrameEffects Good = FrameEffects.Changed | FrameEffects.Appended;

    private const FrameEffects Missed = FrameEffects.IgnoredFields | FrameEffects.UnknownRows | FrameEffects.NotRows;

    public static MessageBadge Of(FrameEffects effects) => effects switch
    {
        FrameEffects.None => new("empty", "quiet"),
        _ when effects.HasFlag(FrameEffects.NotJson) => new("not JSON", "bad"),
        _ when effects.HasFlag(FrameEffects.Lost) => new("unreadable", "bad"),
        _ when (effects & Good) != FrameEffects.None && (effects & Missed) != FrameEffects.None => new("partly", "warn"),
        _ when effects.HasFlag(FrameEffects.UnknownRows) => new("unknown", "warn"),
        _ when effects.HasFlag(FrameEffects.NotRows) => new("no row", "warn"),
        _ when effects.HasFlag(FrameEffects.IgnoredFields) => new("ignored", "warn"),
        _ when effects.HasFlag(FrameEffects.Appended) => new("appended", "good"),
        _ when effects.HasFlag(FrameEffects.Changed) => new("changed", "good"),
        _ when effects.HasFlag(FrameEffects.FrozenFields) => new("ignored", "quiet"),
        _ => new("same", "quiet"),
    };
}
