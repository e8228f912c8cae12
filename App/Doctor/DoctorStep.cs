namespace LiveGridStudio.App.Doctor;

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="Id">What was looked at: <c>socket.handshake</c>. The part before the dot names the group; ids are never reused.</param>
/// <param name="Status">How it is.</param>
/// <param name="Message">What was found and why it matters, one line of plain text without credentials.</param>
public sealed record DoctorStep(string Id, DoctorStatus Status, string Message)
{
    /// <value>The key of the widget; null for the backend itself.</value>
    public string? WidgetId { get; init; }

    /// <value>What was seen, in a few words: <c>403</c>, <c>12 rows in 80 ms</c>; null when the message says it.</value>
    public string? Seen { get; init; }

    /// <value>What to do; null when nothing is to do.</value>
    public string? Fix { get; init; }

    /// <value>The part before the dot of <see cref="Id"/>.</value>
    public string Group => Id.Split('.')[0];
}

/// <summary>How one thing is.</summary>
public enum DoctorStatus
{
    /// <summary>As Workspace needs it.</summary>
    Ok,

    /// <summary>Not looked at; the message says why.</summary>
    Skipped,

    /// <summary>Works, but not as the author probably wants, or not everywhere.</summary>
    Warning,

    /// <summary>Does not work in Workspace.</summary>
    Error,
}
