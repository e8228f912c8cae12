namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>The effects of a frame, over all its rows. The message list is filtered by them.</summary>
[Flags]
public enum FrameEffects
{
    /// <summary>An empty list.</summary>
    None = 0,

    /// <summary>A cell changed its value.</summary>
    Changed = 1,

    /// <summary>A row was found, and no value changed.</summary>
    Unchanged = 2,

    /// <summary>A row was added to a grid without row ids.</summary>
    Appended = 4,

    /// <summary>A field did not update its row, for a reason other than <see cref="FrozenFields"/>.</summary>
    IgnoredFields = 8,

    /// <summary>No row has the id.</summary>
    UnknownRows = 16,

    /// <summary>A value that is not an object, in the place of a row.</summary>
    NotRows = 32,

    /// <summary>A null lost the whole frame.</summary>
    Lost = 64,

    /// <summary>The text is not JSON, so the frame is lost.</summary>
    NotJson = 128,

    /// <summary>A field did not update its row because its column is not live, as the definition asks.</summary>
    FrozenFields = 256,
}
