using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E.Support;

/// <summary>Looks at a page with axe. All of its rules are on.</summary>
internal static class Accessibility
{
    private static readonly string[] Refused = ["serious", "critical"];

    /// <summary>Fails with every serious or critical finding and the elements that have it.</summary>
    public static Task CheckAsync(IPage page) => CheckAsync(page, new AxeRunOptions { ResultTypes = [ResultType.Violations] });

    /// <summary>The same for the rules that a theme can break: it changes colours, and nothing else of a page.</summary>
    public static Task CheckColoursAsync(IPage page) => CheckAsync(page, new AxeRunOptions
    {
        ResultTypes = [ResultType.Violations],
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
    });

    private static async Task CheckAsync(IPage page, AxeRunOptions options)
    {
        // Half way from one theme to the other a button has a colour of neither.
        await page.WaitForFunctionAsync("() => !document.getAnimations().some(one => one instanceof CSSTransition && one.playState === 'running')");
        var result = await page.RunAxe(options);
        var findings = result.Violations
            .Where(static violation => Refused.Contains(violation.Impact))
            .SelectMany(static violation => violation.Nodes.Select(node =>
                $"{violation.Impact} {violation.Id}: {node.Html}\n  {string.Join("\n  ", Reasons(node))}"))
            .ToList();
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    private static IEnumerable<string> Reasons(AxeResultNode node) =>
        node.Any.Concat(node.All).Concat(node.None).Select(static check => check.Message);
}
