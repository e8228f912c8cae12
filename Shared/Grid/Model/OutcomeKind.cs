namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>What became of one row object, or of a frame that gave none.</summary>
public enum OutcomeKind
{
    Updated,
    Appended,

    /// <summary>No row has its id.</summary>
    UnknownRow,

    /// <summary>A number, text, boolean, list or null in the place of a row.</summary>
    NotARow,

    /// <summary>The frame is null or holds one, which loses all of it.</summary>
    LostFrame,

    NotJson,
}
