using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Http;

namespace LiveGridStudio.App.Connect.Reach.Cors;

/// <summary>Checks answers by the CORS rules of the Fetch standard, for a page without cookies.</summary>
internal static class CorsCheck
{
    private const string Authorization = "authorization";
    private const int MaxLetters = 100;

    public static CorsVerdict Judge(FetchedDocument answer, PreflightAnswer? preflight, BackendAccess access)
    {
        var reason = (preflight is null ? null : OfPreflight(preflight, access))
            ?? OfAnswers(answer, access);
        return Because(reason);
    }

    /// <param name="reason">The text after "because"; null when nothing blocks.</param>
    public static CorsVerdict Because(string? reason) =>
        new(reason is null ? null : $"CORS would block this in Workspace because {reason}");

    /// <summary>Why a browser blocks the answer, or a redirect on the way to it; null when it does not.</summary>
    public static string? OfAnswers(FetchedDocument answer, BackendAccess access) =>
        answer.Hops.Select(hop => OfAnswer(hop, "the answer", access)).OfType<string>().FirstOrDefault();

    /// <summary>Why a browser does not send its headers; null when it does.</summary>
    public static string? OfPreflight(PreflightAnswer preflight, BackendAccess access)
    {
        var name = ConnectProblem.Name(preflight.Hop.Address);
        if (preflight.Status is < 200 or > 299)
        {
            return $"{name} answered {preflight.Status} to the OPTIONS request that a browser sends before headers of its own "
                + $"({string.Join(", ", access.HeaderNames)})";
        }

        if (OfAnswer(preflight.Hop, "the answer to OPTIONS", access) is { } problem)
        {
            return problem;
        }

        var given = preflight.AllowHeaders;
        var allowed = given?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        var missing = access.HeaderNames.Where(header => !Allows(allowed, header)).ToList();
        return missing.Count == 0 ? null
            : $"{name} does not allow the header {string.Join(", ", missing)}: Access-Control-Allow-Headers "
                + (given is null ? "is missing from the answer to OPTIONS" : $"is '{Short(access.Redact(given))}'");
    }

    /// <summary>A star allows every header except <c>Authorization</c>.</summary>
    private static bool Allows(string[] allowed, string header) =>
        allowed.Contains(header, StringComparer.OrdinalIgnoreCase) || (allowed.Contains("*") && header != Authorization);

    private static string? OfAnswer(RedirectHop hop, string what, BackendAccess access)
    {
        var shown = Short(access.Redact(hop.AllowOrigin ?? ""));
        var name = ConnectProblem.Name(hop.Address);
        return hop.AllowOrigin switch
        {
            _ when hop.Origin is null => null,
            null => $"{what} of {name} has no Access-Control-Allow-Origin; it must be {hop.Origin} or *",
            "*" => null,
            var allowed when allowed == hop.Origin => null,
            var allowed when allowed.Contains(',', StringComparison.Ordinal) =>
                $"{what} of {name} has several values in Access-Control-Allow-Origin ('{shown}'); one is right",
            var allowed =>
                $"{what} of {name} has '{shown}' in Access-Control-Allow-Origin; it must be {hop.Origin} or *",
        };
    }

    private static string Short(string text) => text.Length > MaxLetters ? text[..MaxLetters] + "..." : text;
}
