namespace LiveGridStudio.App.Ui;

/// <summary>Chooses the theme: dark, unless the address (<c>?theme=light</c>) or the cookie of an earlier choice says otherwise.</summary>
internal static class ThemeChoice
{
    public const string Cookie = "live-grid-studio-theme";
    public const string Light = "light";
    public const string Dark = "dark";

    public static bool IsDark(HttpRequest? request)
    {
        var asked = request?.Query["theme"].ToString();
        return asked is Light or Dark ? asked == Dark : request?.Cookies[Cookie] != Light;
    }
}
