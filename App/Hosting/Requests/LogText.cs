namespace LiveGridStudio.App.Hosting.Requests;

/// <summary>Makes a client's text safe for the log: one line of limited length, whatever the client sent.</summary>
internal static class LogText
{
    private const int Longest = 200;

    public static string Of(PathString path) => Of(path.Value ?? "");

    public static string Of(string text) =>
        string.Concat(text.Take(Longest).Select(static letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? '?' : letter));
}
