namespace LiveGridStudio.Shared.Checking.Validation;

/// <summary>How Workspace refuses a document.</summary>
public enum ValidationFailure
{
    /// <summary>A list or a single widget where a map of id to widget is expected.</summary>
    Shape,

    /// <summary>Parts of the document are invalid; Workspace lists them.</summary>
    Issues,

    /// <summary>Workspace's own check throws: the backend does not connect, and its user is not told why.</summary>
    Exception,
}
