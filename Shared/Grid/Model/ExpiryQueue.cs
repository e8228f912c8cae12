namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>
/// The end times of a grid's marks: one entry per row and batch, in order of time. An entry is out of date when its row has been marked
/// again since; it is then skipped.
/// </summary>
internal sealed class ExpiryQueue
{
    private readonly Queue<(TimeSpan Until, GridRow Row)> _entries = new();

    /// <summary>When the earliest mark ends; null when none is shown.</summary>
    public TimeSpan? Next
    {
        get
        {
            while (_entries.TryPeek(out var entry))
            {
                if (!entry.Row.IsRemoved && entry.Row.HasMarkDueBy(entry.Until))
                {
                    return entry.Until;
                }

                _entries.Dequeue();
            }

            return null;
        }
    }

    /// <summary>Adds a row; times must not decrease from one call to the next.</summary>
    public void Add(TimeSpan until, GridRow row) => _entries.Enqueue((until, row));

    public void Clear() => _entries.Clear();

    /// <summary>Removes the marks that have ended and gives the changed rows the new version; true when there are any.</summary>
    public bool Expire(TimeSpan now, long version)
    {
        var isChanged = false;
        while (_entries.TryPeek(out var entry) && entry.Until <= now)
        {
            _entries.Dequeue();
            if (!entry.Row.IsRemoved && entry.Row.ExpireMarks(now))
            {
                entry.Row.Version = version;
                isChanged = true;
            }
        }

        return isChanged;
    }
}
