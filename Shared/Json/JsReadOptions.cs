using LiveGridStudio.Shared.Checking.Validation.Rules;

namespace LiveGridStudio.Shared.Json;

/// <summary>How much of a document is read, and until when.</summary>
public readonly record struct JsReadOptions
{
    public JsReadOptions()
    {
    }

    /// <value>Shares the texts of keys among documents of one source; null for none.</value>
    public KeyInterner? Names { get; init; }

    /// <value>
    /// A document with more values than this is refused: each costs some 20 to 100 bytes of memory, however few it has in the
    /// text. Default: no limit.
    /// </value>
    public int MaxValues { get; init; } = int.MaxValue;

    /// <value>Ends the reading, which then throws <see cref="OperationCanceledException"/>.</value>
    public CancellationToken Cancellation { get; init; }
}
