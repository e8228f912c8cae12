using System.Globalization;
using LiveGridStudio.Bench.Abuse.Bodies;

namespace LiveGridStudio.Bench.Abuse.Wire;

/// <summary>Long queries to the data endpoint, whose answer repeats unknown symbols.</summary>
internal static class Queries
{
    private const string Idea = "queries";

    public static IEnumerable<AbuseCase> Cases =>
    [
        Case("1 000 times 3 700 unknown symbols", "/live_grid_data?symbol=" + Body.List(3700, static _ => "A")),
        Case("1 000 times TSLA 1 500 times", "/live_grid_data?symbol=" + Body.List(1500, static _ => "TSLA")),
        Case("1 000 times 900 parameters", "/live_grid_data?" + Body.Repeat("symbol=A&", 900)),
    ];

    private static AbuseQuery Case(string name, string path) => new(Idea, name, path, 1000) { Limits = AbuseLimits.Connections };

    /// <param name="Path">The path with its query.</param>
    /// <param name="Times">Number of requests, one after the other.</param>
    private sealed record AbuseQuery(string Idea, string Name, string Path, int Times) : AbuseCase(Idea, Name)
    {
        public override AbuseAct Prepare() => new((long)Times * Path.Length, async (address, cancellationToken) =>
        {
            using var http = new HttpClient { BaseAddress = address };
            var statuses = new List<string>(Times);
            var received = 0L;
            for (var i = 0; i < Times; i++)
            {
                using var answer = await http.GetAsync(new Uri(Path, UriKind.Relative), cancellationToken);
                received += (await answer.Content.ReadAsByteArrayAsync(cancellationToken)).Length;
                statuses.Add(((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture));
            }

            return new AbuseAnswer(StatusCounts.Text(statuses), (long)Times * Path.Length, received);
        });
    }
}
