using System.Text.Json;

namespace LiveGridStudio.Bench.Paint;

/// <summary>Runs warm-up and measurement of one page.</summary>
internal static class PaintRun
{
    /// <summary>The time limit for a page that must catch up before it can answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<PaintResult> MeasureAsync(
        PaintBrowser browser,
        PaintBackend backend,
        PaintTarget target,
        PaintPlan plan,
        PaintHost? host,
        CancellationToken cancellationToken)
    {
        await using var context = await browser.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(target.Address.ToString());
        await page.Locator(target.Cell).First.WaitForAsync();
        await Task.Delay(plan.WarmUp, TimeProvider.System, cancellationToken);

        var cpu = (Host: host?.CpuSeconds, Browser: await browser.CpuSecondsAsync(), At: TimeProvider.System.GetTimestamp());
        var measuring = page.EvaluateAsync<JsonElement>("plan => paintProbe.measure(plan)", new
        {
            grid = target.Grid,
            viewport = target.Viewport,
            cell = target.Cell,
            value = target.Value,
            duration = plan.Measured.TotalMilliseconds,
        });
        await Task.Delay(plan.Measured, TimeProvider.System, cancellationToken);
        var seconds = TimeProvider.System.GetElapsedTime(cpu.At).TotalSeconds;
        var hostCores = (host?.CpuSeconds - cpu.Host) / seconds;
        var browserCores = (await browser.CpuSecondsAsync() - cpu.Browser) / seconds;
        backend.Silence();
        var answer = await measuring.WaitAsync(Patience, TimeProvider.System, cancellationToken);
        return new PaintResult(target.Name, plan, answer.Deserialize<PaintSample>(Json)!, hostCores, browserCores);
    }
}
