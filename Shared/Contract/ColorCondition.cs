namespace LiveGridStudio.Shared.Contract;

/// <summary>What a <see cref="ColorRule"/> asks of a value.</summary>
public enum ColorCondition
{
    /// <summary>Same kind and same value.</summary>
    Equal,
    NotEqual,
    GreaterThan,
    LessThan,
    GreaterOrEqual,
    LessOrEqual,

    /// <summary>The value's text contains the rule's, in any case.</summary>
    Contains,
    NotContains,

    /// <summary>A number in the range, both ends included.</summary>
    Between,
}
