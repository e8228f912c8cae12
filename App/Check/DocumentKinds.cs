namespace LiveGridStudio.App.Check;

/// <summary>How a <see cref="DocumentKind"/> is spelled.</summary>
internal static class DocumentKinds
{
    public const string Widgets = "widgets";
    public const string Apps = "apps";

    public static bool TryRead(string? text, out DocumentKind kind)
    {
        kind = text == Apps ? DocumentKind.Apps : DocumentKind.Widgets;
        return text is Widgets or Apps;
    }
}
