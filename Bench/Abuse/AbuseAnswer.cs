namespace LiveGridStudio.Bench.Abuse;

/// <summary>The answer of the host.</summary>
/// <param name="Status">The status of the answer, or what happened to the connections.</param>
/// <param name="Sent">Number of bytes sent.</param>
/// <param name="Received">Bytes of the answer's body.</param>
internal sealed record AbuseAnswer(string Status, long Sent, long Received);
