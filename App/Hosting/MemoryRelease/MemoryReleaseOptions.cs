namespace LiveGridStudio.App.Hosting.MemoryRelease;

/// <summary>Settings of giving memory back, section <c>Memory</c>.</summary>
public sealed class MemoryReleaseOptions
{
    public const string SectionName = "Memory";

    /// <value>
    /// How long the host has to be quiet before it collects garbage and gives free memory back to the operating system. Zero never
    /// does. 0, or 5 s to 1 hour; default 30 s.
    /// </value>
    public TimeSpan ReleaseAfter { get; set; } = TimeSpan.FromSeconds(30);
}
