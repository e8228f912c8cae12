namespace LiveGridStudio.App.Check;

/// <summary>Which of a backend's documents is checked.</summary>
internal enum DocumentKind
{
    /// <summary><c>widgets.json</c>: an object, widget id to definition.</summary>
    Widgets,

    /// <summary><c>apps.json</c>: a list of apps.</summary>
    Apps,
}
