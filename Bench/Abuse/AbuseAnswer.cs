namespace LiveGridStudio.Bench.Abuse;

/// <summary>What the host said.</summary>
/// <param name="Status">Of the answer, or what became of the connections.</param>
/// <param name="Sent">Bytes.</param>
/// <param name="Received">Bytes of the answer's body.</param>
internal sealed record AbuseAnswer(string Status, long Sent, long Received);
