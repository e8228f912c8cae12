using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>The recent changes of one <c>showCellChange</c> cell.</summary>
internal sealed class CellMark
{
    public static readonly TimeSpan Duration = TimeSpan.FromMilliseconds(2000);

    public ChangeDirection Arrow { get; private set; }

    public double Delta { get; private set; }

    public bool IsHighlighted { get; private set; }

    public long Changes { get; private set; }

    public TimeSpan Until { get; private set; }

    /// <summary>The value of the colour key at the cell's last change; Workspace colours the cell by it until the next change.</summary>
    public JsValue KeptKey { get; private set; }

    public bool HasKeptKey { get; private set; }

    public bool IsShown => Arrow != ChangeDirection.None || IsHighlighted;

    /// <summary>
    /// Shows an arrow for a change between numbers, and a highlight when there was a value before. A mark that is already shown stays and
    /// gets the new end time.
    /// </summary>
    public void Change(in JsValue old, in JsValue next, TimeSpan until)
    {
        if (old.IsNumber && next.IsNumber)
        {
            Arrow = CellChange.DirectionOf(old, next);
            Delta = Math.Abs(next.Number - old.Number);
        }

        IsHighlighted |= old.IsTruthy;
        Changes++;
        Until = until;
    }

    public void KeepKey(in JsValue value) => (KeptKey, HasKeptKey) = (value, true);

    public bool Expire(TimeSpan now)
    {
        if (!IsShown || Until > now)
        {
            return false;
        }

        Arrow = ChangeDirection.None;
        Delta = 0;
        IsHighlighted = false;
        return true;
    }
}
