using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets.Validation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Shared.Widgets;

/// <summary>
/// The host's own <c>widgets.json</c> and <c>apps.json</c>. An edit on disk takes effect while the host runs; a broken one
/// leaves the last good document in place and says what is wrong. Safe for any thread.
/// </summary>
public sealed class WidgetCatalog
{
    private readonly Lock _gate = new();
    private readonly CatalogFile _widgets;
    private readonly CatalogFile _apps;
    private readonly ILogger<WidgetCatalog> _logger;
    private CatalogState? _current;

    public WidgetCatalog(IOptions<WidgetOptions> options, ILogger<WidgetCatalog> logger)
    {
        _logger = logger;
        _widgets = new CatalogFile(options.Value.Resolve(options.Value.Path), WidgetsValidator.Validate);
        _apps = new CatalogFile(options.Value.Resolve(options.Value.AppsPath), AppsValidator.Validate);
    }

    /// <summary>Raised, on any thread, after a file changed: for the better or for the worse.</summary>
    public event Action? Changed;

    /// <summary>What is served now. The first use reads the files.</summary>
    /// <exception cref="CatalogException">There never was a good document.</exception>
    public CatalogState Current => Volatile.Read(ref _current) ?? Refresh();

    /// <summary>Looks at the disk and answers with what is served from now on.</summary>
    /// <exception cref="CatalogException">There never was a good document.</exception>
    public CatalogState Refresh()
    {
        CatalogState state;
        bool changed;
        lock (_gate)
        {
            changed = Reload(_widgets) | Reload(_apps) | _current is null;
            if (changed)
            {
                Volatile.Write(ref _current, Build(Require(_widgets), Require(_apps)));
            }

            state = _current!;
        }

        if (changed)
        {
            Changed?.Invoke();
        }

        return state;
    }

    private static CatalogDocument Require(CatalogFile file) =>
        file.Document is { Value.IsUndefined: false } document ? document : throw new CatalogException(file.Document!.Problem!);

    private static CatalogState Build(CatalogDocument widgets, CatalogDocument apps) =>
        new(widgets, apps, [.. widgets.Value.Object.Select(static member => WidgetDefinition.Read(member.Key, member.Value))]);

    private bool Reload(CatalogFile file)
    {
        var first = file.Document is null;
        if (!file.Refresh())
        {
            return false;
        }

        if (file.Document is { Problem: { } problem, Value.IsUndefined: false })
        {
            WidgetsLog.DocumentBroken(_logger, problem);
        }
        else if (!first)
        {
            WidgetsLog.DocumentReloaded(_logger, file.Document!.Path);
        }

        return true;
    }
}
