using System.Diagnostics.CodeAnalysis;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Grid;

/// <summary>The answer of a headless preview, or why there is none.</summary>
/// <param name="Answer">The answer's document; undefined when there is an error.</param>
/// <param name="Error">One sentence that names the bad key; null when there is an answer.</param>
public sealed record PreviewResult(JsValue Answer, string? Error)
{
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsOk => Error is null;
}
