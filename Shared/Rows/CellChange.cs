using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Rows;

/// <summary>One field's old and new value; <paramref name="Old"/> is undefined when the row did not have the field.</summary>
public readonly record struct CellChange(string Field, JsValue Old, JsValue New)
{
    public ChangeDirection Direction => DirectionOf(Old, New);

    /// <summary>
    /// Whether replacing <paramref name="old"/> by <paramref name="next"/> is a change. Scalars compare by value; a list or an object
    /// always counts as changed, as in JavaScript.
    /// </summary>
    public static bool IsChange(in JsValue old, in JsValue next) =>
        old.Kind != next.Kind || next.IsList || next.IsObject || !old.Equals(next);

    public static ChangeDirection DirectionOf(in JsValue old, in JsValue next)
    {
        if (!IsChange(old, next))
        {
            return ChangeDirection.None;
        }

        return !old.IsNumber || !next.IsNumber
            ? ChangeDirection.Changed
            : next.Number > old.Number ? ChangeDirection.Up : ChangeDirection.Down;
    }
}

/// <summary>The direction of a change.</summary>
public enum ChangeDirection
{
    None,

    /// <summary>From a number to a greater one.</summary>
    Up,

    /// <summary>From a number to a smaller one.</summary>
    Down,

    /// <summary>A change that is not between two numbers of different size.</summary>
    Changed,
}
