namespace LiveGridStudio.App.Recordings;

/// <summary>Where the studio keeps recordings, section <c>Recordings</c>.</summary>
public sealed class RecordingOptions
{
    public const string SectionName = "Recordings";

    /// <value>The folder, from the working directory; made when it is needed. Default <c>recordings</c>.</value>
    public string Path { get; set; } = "recordings";

    /// <value>The most bytes of a recording. 1 MiB to 16 GiB, default 256 MiB.</value>
    public long MaxBytes { get; set; } = 256L * 1024 * 1024;

    /// <value>The most recordings in the folder; a further one is not begun. 1 to 10 000, default 100.</value>
    public int MaxFiles { get; set; } = 100;
}
