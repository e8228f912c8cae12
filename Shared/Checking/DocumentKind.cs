namespace LiveGridStudio.Shared.Checking;

/// <summary>Which of a backend's documents is checked.</summary>
public enum DocumentKind
{
    /// <summary><c>widgets.json</c>: an object, widget id to definition.</summary>
    Widgets,

    /// <summary><c>apps.json</c>: a list of apps.</summary>
    Apps,
}

/// <summary>The text form of each <see cref="DocumentKind"/>.</summary>
public static class DocumentKinds
{
    public const string Widgets = "widgets";
    public const string Apps = "apps";

    public static bool TryRead(string? text, out DocumentKind kind)
    {
        kind = text == Apps ? DocumentKind.Apps : DocumentKind.Widgets;
        return text is Widgets or Apps;
    }
}
