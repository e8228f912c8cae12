namespace LiveGridStudio.Bench.Abuse;

/// <summary>A case that is ready to be done.</summary>
/// <param name="Bytes">That will be sent, as far as it is known before.</param>
/// <param name="DoAsync">Sends it to a host, waits for the answer and reads it.</param>
internal sealed record AbuseAct(long Bytes, Func<Uri, CancellationToken, Task<AbuseAnswer>> DoAsync);
