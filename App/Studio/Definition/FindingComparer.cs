namespace LiveGridStudio.App.Studio.Definition;

/// <summary>Two findings are equal when a reader could not tell them apart.</summary>
internal sealed class FindingComparer : IEqualityComparer<DefinitionFinding>
{
    public static FindingComparer Instance { get; } = new();

    public bool Equals(DefinitionFinding? x, DefinitionFinding? y) =>
        x is null || y is null ? ReferenceEquals(x, y) : x.IsSame(y) && x.Span == y.Span && x.Severity == y.Severity;

    public int GetHashCode(DefinitionFinding obj) => HashCode.Combine(obj.Rule, obj.Path, obj.Message);
}
