namespace LiveGridStudio.Shared.Json;

/// <summary>Limits for reading a document.</summary>
public readonly record struct JsReadOptions
{
    public JsReadOptions()
    {
    }

    /// <value>Shares key texts among documents of one source; null for none.</value>
    public KeyInterner? Names { get; init; }

    /// <value>
    /// The most values of a document; one with more is refused. Each value takes some 20 to 100 bytes of memory, however few characters it
    /// has in the text. Default: no limit.
    /// </value>
    public int MaxValues { get; init; } = int.MaxValue;

    /// <value>Stops the reading, which then throws <see cref="OperationCanceledException"/>.</value>
    public CancellationToken Cancellation { get; init; }
}
