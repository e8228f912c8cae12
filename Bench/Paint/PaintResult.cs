namespace LiveGridStudio.Bench.Paint;

/// <summary>One page under one load.</summary>
/// <param name="Name">The page.</param>
/// <param name="Plan">The load.</param>
/// <param name="Sample">What the page saw.</param>
/// <param name="HostCores">Processors that the host kept busy; null for a page that it does not serve.</param>
/// <param name="BrowserCores">Processors that the browser kept busy, all of its processes together.</param>
internal sealed record PaintResult(string Name, PaintPlan Plan, PaintSample Sample, double? HostCores, double BrowserCores);
