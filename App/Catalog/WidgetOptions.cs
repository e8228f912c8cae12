using LiveGridStudio.App.Hosting;

namespace LiveGridStudio.App.Catalog;

/// <summary>Where the host's own documents lie, section <c>Widgets</c>.</summary>
public sealed class WidgetOptions
{
    public const string SectionName = "Widgets";

    /// <value>The widget definitions. Looked for in the working directory, then in the host's own folder. Default <c>widgets.json</c>.</value>
    public string Path { get; set; } = "widgets.json";

    /// <value>The apps, looked for in the same places. Default <c>apps.json</c>.</value>
    public string AppsPath { get; set; } = "apps.json";

    /// <value>The host's own folder; set by the host, not by a setting.</value>
    public string HostFolder { get; set; } = AppContext.BaseDirectory;

    /// <summary>
    /// The full path of a document: in the working directory if something of its name is there, be it only a link to nothing, else
    /// in the host's own folder. Asks the disk.
    /// </summary>
    internal string Resolve(string path)
    {
        var here = System.IO.Path.GetFullPath(path);
        return System.IO.Path.Exists(here) || new FileInfo(here).LinkTarget is not null ? here : System.IO.Path.GetFullPath(System.IO.Path.Combine(HostFolder, path));
    }
}
