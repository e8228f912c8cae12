using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace LiveGridStudio.Tests.E2E.Support;

/// <summary>
/// Checks a page with axe, run in that page: Deque's own runner opens another page for each check, which is needed only for frames.
/// </summary>
internal static class Accessibility
{
    /// <summary>One text for each serious or critical finding, with the elements that have it.</summary>
    private const string Run =
        """
        async rules => {
          const only = rules.length > 0 ? { runOnly: { type: "rule", values: rules } } : {};
          const { violations } = await axe.run(document, { resultTypes: ["violations"], ...only });
          return violations
            .filter(violation => ["serious", "critical"].includes(violation.impact))
            .flatMap(violation => violation.nodes.map(node =>
              [`${violation.impact} ${violation.id}: ${node.html}`, ...[...node.any, ...node.all, ...node.none].map(check => `  ${check.message}`)].join("\n")));
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Fails with every serious or critical finding. All of axe's rules are on.</summary>
    public static Task CheckAsync(IPage page) => CheckAsync(page, []);

    /// <summary>The same, only for the rules that a theme can violate: a theme changes only colours.</summary>
    public static Task CheckColoursAsync(IPage page) => CheckAsync(page, ["color-contrast", "link-in-text-block"]);

    private static async Task CheckAsync(IPage page, string[] rules)
    {
        // During the transition between themes a button has the colour of neither.
        await page.WaitForFunctionAsync("() => !document.getAnimations().some(one => one instanceof CSSTransition && one.playState === 'running')");
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }

        var findings = await page.EvaluateAsync<string[]>(Run, rules);
        Assert.True(findings.Length == 0, string.Join('\n', findings));
    }
}
