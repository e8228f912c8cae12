namespace LiveGridStudio.App.Catalog;

/// <summary>Decides whether the host's own documents may be written.</summary>
public interface ISaveGate
{
    /// <summary>Why they may not be written, with the setting that decides it; null when they may.</summary>
    string? Refusal { get; }
}
