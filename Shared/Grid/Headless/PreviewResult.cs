using System.Diagnostics.CodeAnalysis;
using LiveGridStudio.Shared.Grid.Model;

namespace LiveGridStudio.Shared.Grid.Headless;

/// <summary>The result of a headless preview, or why there is none.</summary>
public sealed record PreviewResult
{
    /// <value>One sentence that names the bad key, or the limit and what was counted; null when there is a grid.</value>
    public string? Error { get; init; }

    /// <value>Whether the request is valid but exceeds the limits.</value>
    public bool IsTooLarge { get; init; }

    /// <value>The grid at the requested moment; null when there is an error.</value>
    public GridModel? Grid { get; init; }

    /// <value>The outcome counts of the messages up to that moment.</value>
    public MergeCounts Counts { get; init; }

    [MemberNotNullWhen(true, nameof(Grid))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsOk => Error is null;

    internal static PreviewResult Failed(string error, bool isTooLarge = false) => new() { Error = error, IsTooLarge = isTooLarge };
}
