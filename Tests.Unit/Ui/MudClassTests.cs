using System.Reflection;
using System.Text.RegularExpressions;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Ui;

/// <summary>
/// Fields and buttons in plain markup wear MudBlazor's classes. They are no contract of its: a new version may rename them, and then
/// this fails and not the look.
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

    [GeneratedRegex(@"\bmud-[a-z][\w-]*")]
    private static partial Regex MudClass();
}
