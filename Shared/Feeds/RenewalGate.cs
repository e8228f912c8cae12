namespace LiveGridStudio.Shared.Feeds;

/// <summary>
/// Lets one renewal of the rows through at a time. Three ask for one, on threads of their own: the loop when the feed has missed something,
/// the page when its reader refreshes, and a presenter that needs more than is remembered. Safe for any thread.
/// </summary>
internal sealed class RenewalGate
{
    /// <summary>The opening whose rows are being renewed; 0 for none.</summary>
    private int _opening;

    /// <summary>False while another renewal is under way.</summary>
    /// <param name="opening">From 1 on; whoever enters calls <see cref="Leave"/> once.</param>
    public bool TryEnter(int opening) => Interlocked.CompareExchange(ref _opening, opening, 0) == 0;

    public void Leave() => Volatile.Write(ref _opening, 0);

    /// <summary>
    /// Whether rows of this opening are on their way: changes then wait in the feed, because rows that were read before a change and come
    /// after it would undo it.
    /// </summary>
    public bool Holds(int opening) => Volatile.Read(ref _opening) == opening;
}
