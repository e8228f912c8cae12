namespace LiveGridStudio.Shared.Feeds;

/// <summary>
/// Allows one reload of the rows at a time. Three callers on different threads ask for one: the loop when the feed has missed something,
/// the page when its user refreshes, and a presenter that needs more frames than are kept. Thread-safe.
/// </summary>
internal sealed class RenewalGate
{
    /// <summary>The opening whose rows are being reloaded; 0 for none.</summary>
    private int _opening;

    /// <summary>False while another reload is under way.</summary>
    /// <param name="opening">At least 1. A caller that enters must call <see cref="Leave"/> once.</param>
    public bool TryEnter(int opening) => Interlocked.CompareExchange(ref _opening, opening, 0) == 0;

    public void Leave() => Volatile.Write(ref _opening, 0);

    /// <summary>
    /// Whether rows of this opening are being loaded. Changes then wait in the feed: rows that were read before a change and arrive after
    /// it would undo it.
    /// </summary>
    public bool Holds(int opening) => Volatile.Read(ref _opening) == opening;
}
