using System.Globalization;
using System.Text.RegularExpressions;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Scripts;

/// <summary>A script is named by its address, which no compiler checks.</summary>
public sealed partial class ServedScriptsTests
{
    private static readonly string[] Projects = ["App", "Shared"];

    [Fact]
    public async Task Scripts_OfComponentsAndTypes_AreServed()
    {
        await using var host = new StudioFactory();
        using var client = host.CreateClient();
        var named = Sources("*.cs", "*.razor").SelectMany(static file => Script().Matches(File.ReadAllText(file)).Select(static match => match.Groups[1].Value))
            .Distinct().ToList();
        Assert.True(named.Count > 12);

        // A script may import others, by addresses relative to its own.
        var known = new HashSet<Uri>();
        var waiting = new Queue<Uri>(named.Select(path => new Uri(client.BaseAddress!, path)));
        while (waiting.TryDequeue(out var address))
        {
            if (!known.Add(address))
            {
                continue;
            }

            var answer = await client.GetAsync(address);
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
            Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
            Assert.NotNull(answer.Headers.CacheControl);
            foreach (Match import in Import().Matches(await answer.Content.ReadAsStringAsync()))
            {
                waiting.Enqueue(new Uri(address, import.Groups[1].Value));
            }
        }

        Assert.Contains(known, static address => address.AbsolutePath == "/js/long-text.js");
    }

    [Fact]
    public void Scripts_BesideComponents_AreAllNamed()
    {
        var sources = Sources("*.cs", "*.razor").Select(File.ReadAllText).ToList();

        Assert.Equal([], Sources("*.razor.js").Select(Path.GetFileName).Where(name => !sources.Exists(text => text.Contains($"/{name}\"", StringComparison.Ordinal))));
    }

    [Fact]
    public void MostInMessage_OfPageAndHost_IsOneNumber() => Assert.Contains(
        string.Create(CultureInfo.InvariantCulture, $"mostInMessage = {LongText.MostInMessage};"),
        File.ReadAllText(Path.Combine(Repository.Folder, "wwwroot", "js", "long-text.js")),
        StringComparison.Ordinal);

    private static IEnumerable<string> Sources(params string[] patterns) =>
        from project in Projects
        from pattern in patterns
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Folder, project), pattern, SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        select file;

    [GeneratedRegex("""(?:\((?:js|Js), |Assets\[)"([^"]+\.js)"(?=[)\]])""")]
    private static partial Regex Script();

    [GeneratedRegex("""^import .* from "([^"]+)";""", RegexOptions.Multiline)]
    private static partial Regex Import();
}
