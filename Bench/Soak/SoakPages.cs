using LiveGridStudio.Bench.Paint;
using Microsoft.Playwright;

namespace LiveGridStudio.Bench.Soak;

/// <summary>Three real pages, each with its own behaviour, so that circuits and feeds are opened and closed.</summary>
/// <param name="browser">The browser of the pages.</param>
/// <param name="host">The host under test.</param>
/// <param name="backend">Another backend, with the widgets of <see cref="SoakWidgets"/>.</param>
internal sealed class SoakPages(PaintBrowser browser, Uri host, Uri backend)
{
    private const string Live = "[data-testid=live-grid][data-feed-state=live]";

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);

    /// <summary>The time limit for a page on a busy machine; the soak does not wait longer for it.</summary>
    private const float PatienceMilliseconds = 60_000;

    private long _steps;
    private long _late;

    /// <value>Reloads, switches and new pages so far.</value>
    public long Steps => Volatile.Read(ref _steps);

    /// <value>Number of pages that were not live in time and were replaced.</value>
    public long Late => Volatile.Read(ref _late);

    /// <summary>Runs until cancelled; the pages are closed by then.</summary>
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

    /// <summary>Opens the studio on the host's own widget and reloads it repeatedly.</summary>
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

    /// <summary>Opens the studio on the other backend and switches between its widgets without a new circuit.</summary>
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

    /// <summary>Opens bare previews, of the other backend and of the host, each in a window that is closed again.</summary>
    private async Task ReopenAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            await using var context = await browser.OpenAsync();
            var page = await NewPageAsync(context);
            await page.GotoAsync(i % 2 == 0 ? Address("/preview", SoakWidgets.Ids[0]) : new Uri(host, "/preview/live_grid").ToString());
            await SeeAsync(page, cancellationToken);
            // Every fourth page disappears without notice, as when a browser dies: the host keeps its circuit for a while, and then
            // releases it.
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
