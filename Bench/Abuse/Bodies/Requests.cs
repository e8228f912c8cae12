using LiveGridStudio.App.Check;

namespace LiveGridStudio.Bench.Abuse.Bodies;

/// <summary>Uses of a costly body: many at a time, abandoned, too large, from another page.</summary>
internal static class Requests
{
    private const string Idea = "requests";
    private const int AtOnce = 40;

    public static IEnumerable<AbuseCase> Cases =>
    [
        new AbuseHangUp(Idea, "hung up on after 0.2 s", CheckRoutes.Preview, Costly),
        new AbuseHangUp(Idea, "hung up on after 0.2 s, validated", CheckRoutes.Validate, Document),
        new AbuseCrowd(Idea, $"{AtOnce} at once", CheckRoutes.Preview, AtOnce, Costly) { Limits = Crowd },
        new AbuseCrowd(Idea, $"{AtOnce} at once, validated", CheckRoutes.Validate, AtOnce, Document) { Limits = Crowd },
        new AbuseBody(Idea, "a byte over 5 MiB", CheckRoutes.Preview, static () => new byte[Body.Most + 1]),
        new AbuseBody(Idea, "25 MB", CheckRoutes.Validate, static () => new byte[25_000_000]),
        new AbuseBody(Idea, "no body", CheckRoutes.Preview, static () => []),
        new AbuseBody(Idea, "5 MiB of zeros", CheckRoutes.Validate, static () => new byte[Body.Most]),
        new AbuseBody(Idea, "5 MiB of one word", CheckRoutes.Validate, static () => Body.Fill("", static _ => "a", "", separator: "")),
        new AbuseBody(Idea, "5 MiB that is no UTF-8", CheckRoutes.Preview, static () =>
            [.. PreviewBody.Head().Select(static c => (byte)c), .. "{\"x\":\""u8, .. Enumerable.Repeat((byte)0xFF, 5_000_000), .. "\"}]}"u8]),
    ];

    /// <summary>The processor time of each request, and the memory of the two that run at a time.</summary>
    private static AbuseLimits Crowd { get; } = new(2 * AtOnce, 2 * 200, 16 * AtOnce);

    /// <summary>100 000 cells, whose answer is nearly as large as answers may be.</summary>
    private static byte[] Costly() =>
        Body.Fill(PreviewBody.Head() + PreviewBody.Row(200) + ",", static i => $"{{\"x\":{i}}}", "]}", items: 500);

    private static byte[] Document() => WidgetsDocuments.Columns(static i => $"{{\"field\":\"{i}\"}}");
}
