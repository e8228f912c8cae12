namespace LiveGridStudio.App.Backend.Ingest;

/// <summary>Who may write rows into the tables, section <c>Ingest</c>.</summary>
public sealed class IngestOptions
{
    public const string SectionName = "Ingest";

    /// <summary>A shorter key is too easily guessed.</summary>
    public const int ShortestKey = 16;

    /// <value>
    /// Bearer tokens, any of which opens the writing routes; several, so that one can be replaced. Without any the routes are open to this
    /// machine, while nobody else can reach the host.
    /// </value>
    public List<string> Keys { get; } = [];
}
