using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace LiveGridStudio.Shared.Grid.View;

/// <summary>
/// Converts a definition's Markdown to safe HTML: raw HTML is shown as text, links go to <c>http</c>, <c>https</c> or <c>mailto</c> only,
/// and pictures become links, so that showing a card never downloads anything.
/// </summary>
public static class MarkdownText
{
    private const int LongestText = 20_000;
    private static readonly string[] Schemes = ["http", "https", "mailto"];

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseEmphasisExtras()
        .UseAutoLinks()
        .Build();

    public static MarkupString ToHtml(string? markdown)
    {
        if (string.IsNullOrEmpty(markdown))
        {
            return default;
        }

        var document = Markdown.Parse(markdown.Length > LongestText ? markdown[..LongestText] : markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.IsImage = false;
            link.Url = IsSafe(link.Url) ? link.Url : null;
            Guard(link);
        }

        foreach (var link in document.Descendants<AutolinkInline>())
        {
            link.Url = IsSafe(link.Url) || link.IsEmail ? link.Url : "";
            Guard(link);
        }

        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return new MarkupString(html.ToString());
    }

    private static bool IsSafe(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && Schemes.Contains(address.Scheme);

    private static void Guard(MarkdownObject link)
    {
        var attributes = link.GetAttributes();
        attributes.AddPropertyIfNotExist("target", "_blank");
        attributes.AddPropertyIfNotExist("rel", "noopener noreferrer nofollow");
    }
}
