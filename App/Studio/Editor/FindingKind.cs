namespace LiveGridStudio.App.Studio.Editor;

/// <summary>Where a finding comes from.</summary>
public enum FindingKind
{
    /// <summary>The text cannot be read at all.</summary>
    NotJson,

    /// <summary>Workspace does not take it.</summary>
    Refused,

    /// <summary>Workspace warns of the key and passes over it.</summary>
    UnrecognizedKey,

    /// <summary>Workspace takes it and shows something else than was meant.</summary>
    Lint,

    /// <summary>The same, seen in the rows or messages.</summary>
    FeedLint,
}
