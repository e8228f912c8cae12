namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>What a frame did, all its rows together; what a list of frames is filtered by.</summary>
[Flags]
public enum FrameEffects
{
    /// <summary>An empty list.</summary>
    None = 0,

    /// <summary>A cell has another value now.</summary>
    Changed = 1,

    /// <summary>A row was found, and all that reached it was the same as before.</summary>
    Unchanged = 2,

    /// <summary>A row was added to a grid without row ids.</summary>
    Appended = 4,

    /// <summary>A field did not reach its row, other than <see cref="FrozenFields"/>.</summary>
    IgnoredFields = 8,

    /// <summary>No row has the id.</summary>
    UnknownRows = 16,

    /// <summary>Something else than an object in the place of a row.</summary>
    NotRows = 32,

    /// <summary>A null lost the whole frame.</summary>
    Lost = 64,

    /// <summary>The text is not JSON, so the frame is lost.</summary>
    NotJson = 128,

    /// <summary>A field did not reach its row because its column is not live, which is what the definition asks for.</summary>
    FrozenFields = 256,
}
