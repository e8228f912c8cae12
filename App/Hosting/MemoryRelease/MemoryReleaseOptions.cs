namespace LiveGridStudio.App.Hosting.MemoryRelease;

/// <summary>Settings of the memory release, section <c>Memory</c>.</summary>
public sealed class MemoryReleaseOptions
{
    public const string SectionName = "Memory";

    /// <value>
    /// How long the host must be quiet before it collects garbage and returns free memory to the operating system. Zero turns this off. 0,
    /// or 5 s to 1 hour; default 30 s.
    /// </value>
    public TimeSpan ReleaseAfter { get; set; } = TimeSpan.FromSeconds(30);
}
