namespace LiveGridStudio.Shared.Checking.Validation;

/// <summary>In which way Workspace refuses a document.</summary>
public enum ValidationFailure
{
    /// <summary>A list, or one bare widget, where a map of id to widget is expected.</summary>
    Shape,

    /// <summary>Parts of the document are not as they should be; Workspace lists them.</summary>
    Issues,

    /// <summary>Workspace's own check breaks: the backend does not connect, and its user is not told why.</summary>
    Exception,
}
