using LiveGridStudio.Shared.Checking;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>The arguments of <c>validate</c>.</summary>
/// <param name="Source">A file, an address or <c>-</c>; null for the documents of the probed backend.</param>
/// <param name="Probe">The backend whose rows are read; null for none.</param>
internal sealed record ValidateRequest(string? Source, Uri? Probe)
{
    /// <value><c>text</c>, <c>json</c> or <c>github</c>.</value>
    public required string Format { get; init; }

    /// <value>The kind of the document; null to guess it.</value>
    public DocumentKind? Kind { get; init; }

    public required string FailOn { get; init; }

    /// <value>Rules that are switched off, besides those of the settings.</value>
    public RuleSwitches Off { get; init; } = RuleSwitches.None;

    /// <value>The file for the answer; null for standard output.</value>
    public string? Out { get; init; }
}
