using LiveGridStudio.App.Check;
using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Abuse;

/// <summary>Everyday requests.</summary>
internal static class AbuseWarmUp
{
    private const int Rounds = 40;

    public static IEnumerable<AbuseCase> Cases => Enumerable.Repeat(
        (AbuseCase[])
        [
            new AbuseBody("warm-up", "preview", CheckRoutes.Preview, static () => Read("docs/samples/prices.json")),
            new AbuseBody("warm-up", "validate", CheckRoutes.Validate, static () => Read("App/widgets.json")),
            new AbuseBody("warm-up", "apps", CheckRoutes.Validate + "?kind=apps", static () => Read("App/apps.json")),
        ],
        Rounds).SelectMany(static cases => cases);

    private static byte[] Read(string path) => File.ReadAllBytes(Path.Combine(Places.Repository, path));
}
