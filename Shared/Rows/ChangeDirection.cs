namespace LiveGridStudio.Shared.Rows;

/// <summary>Which way a value went.</summary>
public enum ChangeDirection
{
    None,

    /// <summary>From a number to a greater one.</summary>
    Up,

    /// <summary>From a number to a smaller one.</summary>
    Down,

    /// <summary>Something else than from number to number.</summary>
    Changed,
}
