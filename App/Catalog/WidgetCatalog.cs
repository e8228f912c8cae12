using System.Diagnostics.CodeAnalysis;
using LiveGridStudio.App.Catalog.Files;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Contract;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Catalog;

/// <summary>
/// The host's own <c>widgets.json</c> and <c>apps.json</c>. An edit on disk takes effect while the host runs. When an edit is broken or the
/// disk does not answer, the last good document stays in use and the problem is reported. Thread-safe.
/// </summary>
public sealed class WidgetCatalog
{
    private readonly Lock _gate = new();
    private readonly CatalogFile _widgets;
    private readonly CatalogFile _apps;
    private readonly ILogger<WidgetCatalog> _logger;
    private CatalogState? _current;

    /// <remarks>Uses the system clock, because disks answer in real time: a test's clock that jumps must not make them late.</remarks>
    public WidgetCatalog(IOptions<WidgetOptions> options, ILogger<WidgetCatalog> logger)
        : this(options.Value, logger, TimeProvider.System, FileLook.At)
    {
    }

    internal WidgetCatalog(WidgetOptions options, ILogger<WidgetCatalog> logger, TimeProvider time, Func<string, FileStamp?, FileLook> look)
    {
        _logger = logger;
        _widgets = new CatalogFile(options.Path, () => options.Resolve(options.Path), DocumentCheck.ByWidget, time, look);
        _apps = new CatalogFile(options.AppsPath, () => options.Resolve(options.AppsPath), static apps => DocumentCheck.Of(DocumentKind.Apps, apps), time, look);
    }

    /// <summary>Raised on any thread after a file has changed, to a good or to a broken version.</summary>
    public event Action? Changed;

    /// <summary>The documents that are served now. The first use reads the files.</summary>
    /// <exception cref="CatalogException">There has been no good document yet.</exception>
    public CatalogState Current => Volatile.Read(ref _current) ?? Refresh();

    /// <summary>Checks the files on disk and returns what is served from now on; waits at most 5 s for a disk.</summary>
    /// <exception cref="CatalogException">There has been no good document yet.</exception>
    public async Task<CatalogState> RefreshAsync()
    {
        await Task.WhenAll(_widgets.RefreshAsync(), _apps.RefreshAsync()).ConfigureAwait(false);
        return Publish();
    }

    /// <inheritdoc cref="RefreshAsync"/>
    [SuppressMessage("Usage", "VSTHRD002", Justification = "Nothing in it continues on its caller's thread: MA0004 is on there.")]
    public CatalogState Refresh() => RefreshAsync().GetAwaiter().GetResult();

    private CatalogState Publish()
    {
        CatalogState? state;
        lock (_gate)
        {
            var before = _current;
            var (widgets, apps) = (Require(_widgets), Require(_apps));
            if (before is not null && before.Widgets == widgets && before.Apps == apps)
            {
                return before;
            }

            Report(before?.Widgets, widgets);
            Report(before?.Apps, apps);
            state = Build(widgets, apps, before);
            Volatile.Write(ref _current, state);
        }

        Changed?.Invoke();
        return state;
    }

    private static CatalogDocument Require(CatalogFile file) =>
        file.Document is { Value.IsUndefined: false } document ? document : throw new CatalogException(file.Document!.Problem!);

    private static CatalogState Build(CatalogDocument widgets, CatalogDocument apps, CatalogState? before) => new(
        widgets,
        apps,
        // A document that has only become broken has the same widgets as before.
        before is not null && ReferenceEquals(before.Widgets.Utf8, widgets.Utf8)
            ? before.Definitions
            : [.. widgets.Value.Object.Select(static member => WidgetDefinition.Read(member.Key, member.Value))]);

    private void Report(CatalogDocument? before, CatalogDocument now)
    {
        if (before == now)
        {
            return;
        }

        if (now.Problem is { } problem)
        {
            WidgetsLog.DocumentBroken(_logger, problem);
        }
        else if (before is not null)
        {
            WidgetsLog.DocumentReloaded(_logger, now.Path);
        }
    }
}
