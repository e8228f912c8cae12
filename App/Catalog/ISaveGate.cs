using LiveGridStudio.Shared.Checking.Validation.Rules;

namespace LiveGridStudio.App.Catalog;

/// <summary>Whether the host's own documents may be written.</summary>
public interface ISaveGate
{
    /// <summary>Why not, with the setting that decides it; null when they may.</summary>
    string? Refusal { get; }
}
