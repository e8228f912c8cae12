using System.Globalization;
using System.Threading.RateLimiting;
using LiveGridStudio.App.Check;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Hosting.Rules;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Doctor;

/// <summary><c>GET /api/doctor?backend=http://127.0.0.1:8000</c>.</summary>
internal static class DoctorEndpoint
{
    public const string Route = "/api/doctor";

    public static void AddDoctor(this IServiceCollection services)
    {
        services.AddSingleton<BackendDoctor>();
        services.AddSingleton<DoctorPlaces>();
    }

    /// <summary>Maps the doctor. Pages of other origins cannot ask it.</summary>
    public static void MapDoctor(this WebApplication app) => app.MapGet(Route, AskAsync)
        .WithTags("Check")
        .WithName("Doctor")
        .WithSummary("Everything that decides whether OpenBB Workspace can use a backend, step by step.")
        .Produces<DoctorAnswerSchema>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <param name="doctor">The doctor.</param>
    /// <param name="places">How many may run.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="rules">Rules that the settings switch off.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The backend's address.</param>
    /// <param name="listen">Seconds to listen to each socket, 0 to 60; by default 5.</param>
    /// <param name="disable">Rules to switch off: LG009, or LG009:prices for one widget.</param>
    private static async Task<IResult> AskAsync(
        BackendDoctor doctor,
        DoctorPlaces places,
        TimeProvider timeProvider,
        IOptions<RuleOptions> rules,
        HttpContext context,
        string? backend = null,
        string? listen = null,
        string[]? disable = null)
    {
        var off = RuleSwitches.Read(disable ?? [], out var unknown);
        if (unknown is not null)
        {
            return CheckProblems.Bad(unknown);
        }

        if (!TryReadListen(listen, out var time))
        {
            return CheckProblems.Bad($"listen is a number of seconds from 0 to {DoctorRequest.LongestListen.TotalSeconds:0}.");
        }

        DoctorRequest request;
        try
        {
            request = new DoctorRequest(BackendAddress.Parse(backend)) { Listen = time, Off = rules.Value.Switches.With(off) };
        }
        catch (ConnectException exception)
        {
            return CheckProblems.Bad($"backend: {exception.Message}");
        }

        if (doctor.Obstacle is { } obstacle)
        {
            return Refuse(obstacle);
        }

        using var place = places.Take();
        if (!place.IsAcquired)
        {
            context.Response.Headers.RetryAfter = DoctorRequest.DefaultListen.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            return TypedResults.Problem(
                $"{DoctorPlaces.Most} backends are looked at already. Try again in a few seconds.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Busy");
        }

        var report = await doctor.ExamineAsync(request, null, context.RequestAborted);
        return DoctorRefusal.Of(report) is { } refusal ? Refuse(refusal)
            : AnswerBuffer.Fill(writer => JsonText.Write(writer, DoctorJson.Of(report))) is { } answer ? new AnswerResult(answer, timeProvider)
            : CheckProblems.AnswerTooLarge();
    }

    private static ProblemHttpResult Refuse(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status403Forbidden, title: "Not allowed");

    private static bool TryReadListen(string? text, out TimeSpan time)
    {
        time = DoctorRequest.DefaultListen;
        if (text is null)
        {
            return true;
        }

        var isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds);
        time = isNumber && seconds <= DoctorRequest.LongestListen.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        return isNumber && seconds <= DoctorRequest.LongestListen.TotalSeconds;
    }
}

/// <summary>Limits how many backends are looked at at a time.</summary>
internal sealed class DoctorPlaces : IDisposable
{
    public const int Most = 4;

    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions { PermitLimit = Most, QueueLimit = 0 });

    /// <summary>Takes a place, if there is one; disposing the result gives it back.</summary>
    public RateLimitLease Take() => _limiter.AttemptAcquire();

    public void Dispose() => _limiter.Dispose();
}
