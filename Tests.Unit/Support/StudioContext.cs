using Bunit;
using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Recordings;
using LiveGridStudio.App.Studio;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>The services of the studio's components: MudBlazor, a manual quote book, virtual time.</summary>
public abstract class StudioContext : BunitContext
{
    protected StudioContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetupScript("./_content/LiveGridStudio.Shared/Grid/View/LiveGrid.razor.js");
        SetupScript("./Studio/Host/HostPanel.razor.js");
        SetupScript("./Studio/Sources/ReadQuestion.razor.js");
        Services.AddMudServices(static options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddSingleton<TimeProvider>(Clock);
        Tables = new LiveTables([Book]);
        Services.AddSingleton(Book);
        Services.AddSingleton(Tables);
        Services.AddSingleton(Options.Create(new StudioOptions()));
        Services.AddSingleton(new StudioMetrics(Meters.Factory));
        Services.AddScoped<PreviewFactory>();
        Services.AddSingleton(Options.Create(new RecordingOptions { Path = Recordings.FullName, MaxBytes = 1024 * 1024 }));
        Services.AddSingleton<ISaveGate>(Saving);
        Services.AddSingleton<RecordingFolder>();
        var catalog = new WidgetCatalog(Options.Create(new WidgetOptions()), NullLogger<WidgetCatalog>.Instance);
        Services.AddSingleton(catalog);
        Source = new HostSource(catalog, Tables, Clock);
    }

    /// <summary>The host's own widgets over <see cref="Book"/>.</summary>
    protected HostSource Source { get; }

    private protected TestMeters Meters { get; } = new();

    /// <summary>The folder of recordings.</summary>
    private protected TestFolder Recordings { get; } = new();

    /// <summary>Whether pages may save and record.</summary>
    private protected TestSaveGate Saving { get; } = new();

    private protected FakeTimeProvider Clock { get; } = TestBook.Clock();

    private protected QuoteBook Book { get; } = TestBook.Create();

    /// <summary>The tables of the host: the quotes of <see cref="Book"/>.</summary>
    private protected LiveTables Tables { get; }

    /// <summary>A script that accepts every call, and starts.</summary>
    protected BunitJSModuleInterop SetupScript(string path)
    {
        var module = JSInterop.SetupModule(path);
        module.Mode = JSRuntimeMode.Loose;
        module.SetupModule("init", static _ => true).Mode = JSRuntimeMode.Loose;
        return module;
    }

    /// <summary>A card with a preview of its own, which it opens and closes.</summary>
    protected IRenderedComponent<PreviewCard> RenderPreview(
        IWidgetSource source, WidgetDefinition widget, StudioAddress? start = null, Action<string>? onAllow = null)
    {
        var preview = Services.GetRequiredService<PreviewFactory>().Create(source, widget, start ?? new StudioAddress());
        return Render<PreviewCard>(parameters => parameters.Add(card => card.Preview, preview).Add(card => card.OnAllow, onAllow ?? (static _ => { })));
    }

    protected override void Dispose(bool disposing)
    {
        Meters.Dispose();
        base.Dispose(disposing);
        Recordings.Dispose();
    }
}
