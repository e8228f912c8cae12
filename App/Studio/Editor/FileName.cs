namespace LiveGridStudio.App.Studio.Editor;

/// <summary>Converts a widget's id to a file name that is valid on any system.</summary>
internal static class FileName
{
    private const int MostCharacters = 60;

    public static string Of(string widgetId)
    {
        var name = string.Concat(widgetId.Where(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_').Take(MostCharacters));
        return name.Length == 0 ? "widget" : name;
    }
}
