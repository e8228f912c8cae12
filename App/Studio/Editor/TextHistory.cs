namespace LiveGridStudio.App.Studio.Editor;

/// <summary>
/// The undo history of one text. Keeps only the changed pieces, limited in number and size; the oldest are removed first. Changes of one
/// group within a second of each other are one step.
/// </summary>
internal sealed class TextHistory(TimeProvider timeProvider)
{
    internal const int MostSteps = 500;
    internal const int MostCharacters = 4_000_000;

    private static readonly TimeSpan GroupGap = TimeSpan.FromSeconds(1);

    private readonly List<Step> _done = [];
    private readonly Stack<Step> _undone = new();
    private bool _isSealed = true;
    private long _size;

    public bool CanUndo => _done.Count > 0;

    public bool CanRedo => _undone.Count > 0;

    /// <param name="before">The text before the change.</param>
    /// <param name="after">The text after the change.</param>
    /// <param name="group">Changes of the same group may form one step; null for a step of its own.</param>
    public void Record(string before, string after, string? group)
    {
        if (before == after)
        {
            return;
        }

        DropUndone();
        if (!_isSealed
            && group is not null
            && _done is [.., var last]
            && last.Group == group
            && timeProvider.GetElapsedTime(last.At) < GroupGap)
        {
            before = last.Revert(before);
            _size -= last.Size;
            _done.RemoveAt(_done.Count - 1);
        }

        _isSealed = false;
        if (before != after)
        {
            Add(Step.Between(before, after) with { Group = group, At = timeProvider.GetTimestamp() });
        }
    }

    /// <summary>The text before the last step; the same text when there is none.</summary>
    public string Undo(string text)
    {
        if (!CanUndo)
        {
            return text;
        }

        _isSealed = true;
        var step = _done[^1];
        _done.RemoveAt(_done.Count - 1);
        _undone.Push(step);
        return step.Revert(text);
    }

    /// <summary>The text after the step that was undone last; the same text when there is none.</summary>
    public string Redo(string text)
    {
        if (!_undone.TryPop(out var step))
        {
            return text;
        }

        _isSealed = true;
        _done.Add(step);
        return step.Apply(text);
    }

    private void Add(Step step)
    {
        _done.Add(step);
        _size += step.Size;
        var extra = 0;
        while (_done.Count - extra > MostSteps || (_size > MostCharacters && extra < _done.Count))
        {
            _size -= _done[extra++].Size;
        }

        _done.RemoveRange(0, extra);
    }

    private void DropUndone()
    {
        _size -= _undone.Sum(static step => step.Size);
        _undone.Clear();
    }

    /// <summary>One replaced piece of the text.</summary>
    private readonly record struct Step(int Start, string Removed, string Inserted, string? Group = null, long At = 0)
    {
        public long Size => Removed.Length + Inserted.Length;

        public static Step Between(string before, string after)
        {
            var edit = TextEdit.Between(before, after);
            return new Step(edit.Start, before[edit.Start..edit.End], edit.Text);
        }

        public string Apply(string text) => Swap(text, Removed.Length, Inserted);

        public string Revert(string text) => Swap(text, Inserted.Length, Removed);

        private string Swap(string text, int length, string other) =>
            string.Concat(text.AsSpan(0, Start), other, text.AsSpan(Start + length));
    }
}
