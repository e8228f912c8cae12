using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Cors;
using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Doctor.Parts;

/// <summary>Whether a browser would let Workspace's pages read the answers.</summary>
internal static class CorsPart
{
    private const string Fix = "Allow the origins of Workspace: https://pro.openbb.co, https://pro.openbb.dev and http://localhost:1420 (the desktop app).";

    /// <summary>The origins of Workspace's pages besides the main one, and whether users work there.</summary>
    private static readonly (string Origin, string Name, bool HasUsers)[] Others =
        [("https://pro.openbb.dev", "the development site", false), ("http://localhost:1420", "the desktop app", true)];

    /// <summary>Asks for the permission that a browser asks for when credentials are sent as headers.</summary>
    public static async Task AddPreflightAsync(StepList steps, DoctorVisit visit, Uri address, CancellationToken cancellationToken)
    {
        if (visit.Access.HeaderNames.Count == 0)
        {
            return;
        }

        var names = string.Join(", ", visit.Access.HeaderNames);
        const string PreflightFix = "Answer OPTIONS with a status of success, Access-Control-Allow-Origin, and the header names in Access-Control-Allow-Headers.";
        try
        {
            var request = new BackendRequest(address, 0) { Access = visit.Access, Origin = Origin.OfWorkspace };
            var preflight = await visit.Http.PreflightAsync(request, cancellationToken);
            if (CorsCheck.OfPreflight(preflight, visit.Access) is { } reason)
            {
                steps.Fail("cors.preflight", $"A browser asks first whether it may send {names}, and is refused: {reason}.", PreflightFix, $"{preflight.Status}");
            }
            else
            {
                steps.Ok("cors.preflight", $"A browser may send {names}.", $"{preflight.Status}");
            }
        }
        catch (ConnectException exception)
        {
            steps.Fail("cors.preflight", $"A browser asks first whether it may send {names}, and gets no answer. {exception.Message}", PreflightFix);
        }
    }

    /// <summary>Judges one answer that has been read with Workspace's main origin, then asks for the other ones.</summary>
    /// <param name="steps">Where the result goes.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="id">The step.</param>
    /// <param name="what">The name of what was read.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="asksOthers">Whether the other origins are asked for too.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task AddAsync(
        StepList steps, DoctorVisit visit, string id, string what, FetchedDocument answer, bool asksOthers, CancellationToken cancellationToken)
    {
        var seen = answer.Hops[^1].AllowOrigin;
        if (ReasonOf(answer, visit) is { } reason)
        {
            steps.Fail(id, $"Workspace cannot read {what}: {reason}.", Fix, Short(visit, seen) ?? "no Access-Control-Allow-Origin");
            return;
        }

        var refused = new List<string>();
        var matters = false;
        foreach (var (origin, name, hasUsers) in asksOthers && seen != "*" ? Others : [])
        {
            var other = await visit.AskAsync(answer.Hops[0].Address, GuardedHttp.MaxRowsBytes, cancellationToken, origin);
            if (other.Answer is { } read && ReasonOf(read, visit) is not null)
            {
                refused.Add($"{origin} ({name})");
                matters |= hasUsers;
            }
        }

        // Most examples leave the development site out: worth a word, not a warning.
        if (refused.Count > 0 && !matters)
        {
            steps.Ok(id, $"Workspace can read {what}, though not from {string.Join(" and ", refused)}.", Short(visit, seen));
        }
        else if (refused.Count > 0)
        {
            steps.Warn(id, $"Workspace can read {what}, but not from {string.Join(" and ", refused)}.", Fix, Short(visit, seen));
        }
        else
        {
            steps.Ok(id, asksOthers ? $"Workspace can read {what} from each of its origins." : $"Workspace can read {what}.", Short(visit, seen));
        }
    }

    private static string? ReasonOf(FetchedDocument answer, DoctorVisit visit) => CorsCheck.OfAnswers(answer, visit.Access);

    private static string? Short(DoctorVisit visit, string? value) =>
        value is null ? null : Ellipsis.Of(visit.Access.Redact(value), 100);
}
