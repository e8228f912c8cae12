namespace LiveGridStudio.Shared.Json;

/// <summary>Why a text is not JSON.</summary>
/// <param name="Line">Line of the place, from 1.</param>
/// <param name="Column">Column of the place as editors count: UTF-16 units, from 1.</param>
/// <param name="Reason">In plain words, without the place.</param>
public sealed record JsParseError(long Line, long Column, string Reason)
{
    public override string ToString() => $"line {Line}, column {Column}: {Reason}";
}
