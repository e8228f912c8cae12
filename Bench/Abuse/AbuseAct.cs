namespace LiveGridStudio.Bench.Abuse;

/// <summary>A prepared case.</summary>
/// <param name="Bytes">Number of bytes to send, as far as known in advance.</param>
/// <param name="DoAsync">Sends it to a host, waits for the answer and reads it.</param>
internal sealed record AbuseAct(long Bytes, Func<Uri, CancellationToken, Task<AbuseAnswer>> DoAsync);
