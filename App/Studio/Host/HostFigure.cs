namespace LiveGridStudio.App.Studio.Host;

/// <summary>One number of the host as a person reads it.</summary>
/// <param name="Name">For tests and scripts.</param>
/// <param name="Label">A word or two.</param>
/// <param name="Value">The number with its unit.</param>
/// <param name="Meaning">What it counts.</param>
/// <param name="IsBad">Somebody should look at it.</param>
internal sealed record HostFigure(string Name, string Label, string Value, string Meaning, bool IsBad = false);
