namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>The outcomes of the row objects of a batch.</summary>
/// <param name="Updated">A row was found, even if nothing changed.</param>
/// <param name="Ignored">No row was found, or the frame was lost; an unreadable frame counts as 1.</param>
/// <param name="Appended">Rows added to a feed without row ids.</param>
public readonly record struct MergeCounts(int Updated, int Ignored, int Appended)
{
    public static MergeCounts operator +(MergeCounts left, MergeCounts right) =>
        new(left.Updated + right.Updated, left.Ignored + right.Ignored, left.Appended + right.Appended);

    public MergeCounts Add(MergeCounts other) => this + other;
}
