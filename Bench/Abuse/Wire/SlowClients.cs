namespace LiveGridStudio.Bench.Abuse.Wire;

/// <summary>Clients that send or read slowly.</summary>
internal static class SlowClients
{
    private const string Idea = "slow clients";
    private const string Post = "POST /api/preview HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: 5000000\r\n\r\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    public static IEnumerable<AbuseCase> Cases =>
    [
        Case("500 bodies of a byte a second", 500, Post + "{", " "),
        Case("500 bodies that never come", 500, Post, ""),
        Case("500 chunked bodies of a byte a second", 500,
            "POST /api/validate HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n"),
        Case("500 requests of a header line a second", 500, "GET / HTTP/1.1\r\nHost: {host}\r\n", "X-A: b\r\n"),
        Case("500 broken chunks", 500, "POST /api/validate HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", ""),
    ];

    private static AbuseConnections Case(string name, int count, string head, string drop) =>
        new(Idea, name, count, head, drop, Patience) { Limits = AbuseLimits.Connections };
}
