using LiveGridStudio.Bench.Paint;
using Microsoft.Playwright;

namespace LiveGridStudio.Bench.Soak;

/// <summary>Three real pages, each with a habit of its own, so that circuits and feeds come and go.</summary>
/// <param name="browser">Theirs.</param>
/// <param name="host">The host under test.</param>
/// <param name="backend">Another backend, with the widgets of <see cref="SoakWidgets"/>.</param>
internal sealed class SoakPages(PaintBrowser browser, Uri host, Uri backend)
{
    private const string Live = "[data-testid=live-grid][data-feed-state=live]";

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);

    /// <summary>On a machine that does other things too a page may take its time; later than this, the soak does not wait for it.</summary>
    private const float PatienceMilliseconds = 60_000;

    private long _steps;
    private long _late;

    /// <value>Reloads, switches and new pages so far.</value>
    public long Steps => Volatile.Read(ref _steps);

    /// <value>Pages that were not live in time, and were given up for new ones.</value>
    public long Late => Volatile.Read(ref _late);

    /// <summary>Runs until it is cancelled; the pages are closed by then.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(
        RunOneAsync(ReloadAsync, cancellationToken), RunOneAsync(SwitchAsync, cancellationToken), RunOneAsync(ReopenAsync, cancellationToken));

    private async Task RunOneAsync(Func<CancellationToken, Task> habit, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await habit(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // The soak is over.
            }
            catch (TimeoutException)
            {
                Interlocked.Increment(ref _late);
            }
        }
    }

    /// <summary>The studio on the host's own widget, loaded anew again and again.</summary>
    private async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await using var context = await browser.OpenAsync();
        var page = await NewPageAsync(context);
        await page.GotoAsync(host.ToString());
        while (true)
        {
            await SeeAsync(page, cancellationToken);
            await page.ReloadAsync();
        }
    }

    /// <summary>The studio on the other backend, from one widget to the other without a new circuit.</summary>
    private async Task SwitchAsync(CancellationToken cancellationToken)
    {
        await using var context = await browser.OpenAsync();
        var page = await NewPageAsync(context);
        await page.GotoAsync(Address("/", SoakWidgets.Ids[0]));
        for (var i = 1; ; i++)
        {
            await SeeAsync(page, cancellationToken);
            await page.Locator($"[data-testid=widget-{SoakWidgets.Ids[i % SoakWidgets.Ids.Count]}]").ClickAsync();
        }
    }

    /// <summary>Bare previews, of the other backend and of the host, each in a window that is closed again.</summary>
    private async Task ReopenAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            await using var context = await browser.OpenAsync();
            var page = await NewPageAsync(context);
            await page.GotoAsync(i % 2 == 0 ? Address("/preview", SoakWidgets.Ids[0]) : new Uri(host, "/preview/live_grid").ToString());
            await SeeAsync(page, cancellationToken);
            // Every fourth goes without a farewell, as with a browser that dies: the host keeps it for a return, and then lets go.
            if (i % 4 != 0)
            {
                await page.CloseAsync();
            }
        }
    }

    private async Task SeeAsync(IPage page, CancellationToken cancellationToken)
    {
        await page.Locator(Live).First.WaitForAsync();
        Interlocked.Increment(ref _steps);
        await Task.Delay(Look, TimeProvider.System, cancellationToken);
    }

    private static async Task<IPage> NewPageAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(PatienceMilliseconds);
        return page;
    }

    private string Address(string path, string widget) =>
        new Uri(host, $"{path}?backend={Uri.EscapeDataString(backend.ToString())}&widget={widget}").ToString();
}
