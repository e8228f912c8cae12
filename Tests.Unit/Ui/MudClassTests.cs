using System.Reflection;
using System.Text.RegularExpressions;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Ui;

/// <summary>
/// Fields and buttons in plain markup use MudBlazor's classes. They are not part of its public contract: when a new version renames them,
/// this test fails before the look breaks.
/// </summary>
public sealed partial class MudClassTests
{
    [Fact]
    public async Task Classes_OfPlainMarkup_AreInTheShippedStyleSheet()
    {
        await using var host = new StudioFactory();
        using var client = host.CreateClient();

        var styles = await client.GetStringAsync("/_content/MudBlazor/MudBlazor.min.css");

        var names = new[] { typeof(ButtonClass), typeof(FieldClass) }
            .SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
            .SelectMany(static field => ((string)field.GetRawConstantValue()!).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Concat(MudClass().Matches(Glyph.Small("") + Glyph.Medium("").Value + Glyph.Large("").Value).Select(static match => match.Value))
            .Distinct()
            .ToList();
        Assert.True(names.Count > 30);
        Assert.Equal([], names.Where(name => !Regex.IsMatch(styles, $@"\.{Regex.Escape(name)}(?![\w-])")));
    }

    [Fact]
    public void Markup_OutsideUi_NamesNoClassOfMudBlazor()
    {
        var app = Path.Combine(Repository.Folder, "App");
        var markup = Directory.EnumerateFiles(app, "*.razor", SearchOption.AllDirectories)
            .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

        Assert.Equal([], markup.Where(static file => MudClass().IsMatch(File.ReadAllText(file))));
    }

    /// <summary>A scoped style may reach into a component of MudBlazor, by a class that it really has.</summary>
    [Fact]
    public async Task Selectors_OfOwnStyles_AreInTheShippedStyleSheet()
    {
        await using var host = new StudioFactory();
        using var client = host.CreateClient();
        var styles = await client.GetStringAsync("/_content/MudBlazor/MudBlazor.min.css");

        var named = Files("App", "*.css").Concat(Files("Shared", "*.css")).Concat(Files("wwwroot", "*.css"))
            .SelectMany(static file => MudSelector().Matches(File.ReadAllText(file)).Select(static match => match.Groups[1].Value))
            .Distinct()
            .ToList();

        Assert.True(named.Count > 20);
        Assert.Equal([], named.Where(name => !Regex.IsMatch(styles, $@"\.{Regex.Escape(name)}(?![\w-])")));
    }

    [Fact]
    public void Code_OutsideUi_NamesNoClassOfMudBlazor() => Assert.Equal(
        [],
        Files("App", "*.cs").Concat(Files("Shared", "*.cs")).Concat(Files("Shared", "*.razor"))
            .Where(static file => !file.Contains($"App{Path.DirectorySeparatorChar}Ui{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(static file => MudWord().IsMatch(File.ReadAllText(file))));

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Folder, folder), pattern, SearchOption.AllDirectories)
            .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"\.(mud-[\w-]+)")]
    private static partial Regex MudSelector();

    /// <summary>A class, not a variable of the theme.</summary>
    [GeneratedRegex(@"(?<![\w-])mud-[a-z][\w-]*")]
    private static partial Regex MudWord();

    [GeneratedRegex(@"\bmud-[a-z][\w-]*")]
    private static partial Regex MudClass();
}
