namespace LiveGridStudio.App.Hosting.Requests;

/// <summary>What a client wrote, for a line of the log: one line, whatever the client put into it, and not a long one.</summary>
internal static class LogText
{
    private const int Longest = 200;

    public static string Of(PathString path) => Of(path.Value ?? "");

    public static string Of(string text) =>
        string.Concat(text.Take(Longest).Select(static letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? '?' : letter));
}
