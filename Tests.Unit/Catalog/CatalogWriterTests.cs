using System.Text;
using LiveGridStudio.App.Catalog;
using LiveGridStudio.Shared.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Tests.Unit.Catalog;

public sealed class CatalogWriterTests : IDisposable
{
    private const string Document =
        """
        {
            "first":{"name":"First","description":"","endpoint":"a","type":"table"},
            "second": {
                "name": "Second",  "description": "é",
                "endpoint": "b", "type": "table"
            },
            "third" : { "name": "Third", "description": "", "endpoint": "c", "type": "table" }
        }

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-").FullName;
    private readonly Gate _gate = new();

    private string FilePath => Path.Combine(_folder, "widgets.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_Widget_StandsAtTheLeftMargin() =>
        Assert.Equal(
            """
            {
                "name": "Second",  "description": "é",
                "endpoint": "b", "type": "table"
            }
            """,
            Create(Document).Load("second")!.Text);

    [Theory]
    [InlineData("", "\n")]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    public async Task Save_OneWidget_LeavesTheOthersByteForByte(string mark, string newLine)
    {
        var document = mark + Document.Replace("\n", newLine, StringComparison.Ordinal);
        var sut = Create(document);
        var entry = sut.Load("second")!;

        var outcome = await sut.SaveAsync(entry, entry.Text.Replace("Second", "2nd", StringComparison.Ordinal));

        Assert.True(outcome.Saved, outcome.Message);
        Assert.Equal(document.Replace("Second", "2nd", StringComparison.Ordinal), Encoding.UTF8.GetString(File.ReadAllBytes(FilePath)));
        Assert.Equal(document, Encoding.UTF8.GetString(File.ReadAllBytes(FilePath + ".bak")));
        Assert.Equal(["widgets.json", "widgets.json.bak"], FilesBut("apps.json"));
    }

    [Fact]
    public async Task Save_Twice_GoesOnFromTheLastOutcome()
    {
        var sut = Create(Document);
        var first = await sut.SaveAsync(sut.Load("first")!, """{"name":"1","description":"","endpoint":"a","type":"table"}""");

        var second = await sut.SaveAsync(first.Entry!, """{"name":"1st","description":"","endpoint":"a","type":"table"}""");

        Assert.True(second.Saved, second.Message);
        Assert.Equal(Document.Replace("\"First\"", "\"1st\"", StringComparison.Ordinal), File.ReadAllText(FilePath));
        Assert.Equal("1st", sut.Load("first")!.Text[9..12]);
    }

    [Fact]
    public async Task Save_AnotherWidgetSavedMeanwhile_IsWrittenBesideIt()
    {
        var sut = Create(Document);
        var (first, third) = (sut.Load("first")!, sut.Load("third")!);
        await sut.SaveAsync(third, third.Text.Replace("Third", "3rd", StringComparison.Ordinal));

        var outcome = await sut.SaveAsync(first, first.Text.Replace("First", "1st", StringComparison.Ordinal));

        Assert.True(outcome.Saved, outcome.Message);
        var both = Document.Replace("Third", "3rd", StringComparison.Ordinal).Replace("First", "1st", StringComparison.Ordinal);
        Assert.Equal(both, File.ReadAllText(FilePath));
    }

    [Fact]
    public async Task Save_SameWidgetSavedMeanwhile_IsRefused()
    {
        var sut = Create(Document);
        var (mine, other) = (sut.Load("first")!, sut.Load("first")!);
        await sut.SaveAsync(other, other.Text.Replace("First", "Theirs", StringComparison.Ordinal));

        var outcome = await sut.SaveAsync(mine, mine.Text.Replace("First", "Mine", StringComparison.Ordinal));

        Assert.True(outcome.IsConflict);
        Assert.Contains("first was saved from another page", outcome.Message, StringComparison.Ordinal);
        Assert.Equal(Document.Replace("First", "Theirs", StringComparison.Ordinal), File.ReadAllText(FilePath));
    }

    [Fact]
    public async Task Save_SomebodyElseChangedTheFileBetweenTwoSaves_IsRefused()
    {
        var sut = Create(Document);
        var (first, third) = (sut.Load("first")!, sut.Load("third")!);
        await sut.SaveAsync(third, third.Text.Replace("Third", "3rd", StringComparison.Ordinal));
        File.AppendAllText(FilePath, "\n");
        var now = sut.Load("second")!;
        var written = File.ReadAllText(FilePath);

        Assert.True((await sut.SaveAsync(first, first.Text)).IsConflict);
        Assert.True((await sut.SaveAsync(now, now.Text)).IsConflict, "the catalog has not looked at the file since");
        Assert.Equal(written, File.ReadAllText(FilePath));
    }

    [Fact]
    public async Task Save_FileChangedMeanwhile_IsRefused()
    {
        var sut = Create(Document);
        var entry = sut.Load("first")!;
        var other = Document.Replace("Third", "3rd", StringComparison.Ordinal);
        File.WriteAllText(FilePath, other);

        AssertRefused(await sut.SaveAsync(entry, entry.Text), "has changed since", other);
    }

    [Theory]
    [InlineData("{\"name\": 5}", "Workspace would refuse")]
    [InlineData("[]", "Workspace would refuse")]
    [InlineData("{", "not JSON")]
    [InlineData("{}, \"x\": {}", "not JSON")]
    public async Task Save_BadDefinition_IsRefused(string text, string reason)
    {
        var sut = Create(Document);

        AssertRefused(await sut.SaveAsync(sut.Load("second")!, text), reason, Document);
    }

    [Fact]
    public async Task Save_SettingIsOff_IsRefused()
    {
        var sut = Create(Document);
        var entry = sut.Load("first")!;
        _gate.Refusal = "Saving is off.";

        AssertRefused(await sut.SaveAsync(entry, entry.Text), "Saving is off.", Document);
        Assert.Equal("Saving is off.", sut.Obstacle);
    }

    [Fact]
    public async Task Save_SymbolicLink_WritesTheFileBehindIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links take a privilege there.");
        var target = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "real")).FullName, "mine.json");
        File.WriteAllText(target, Document);
        File.CreateSymbolicLink(FilePath, target);
        var sut = Create();
        var entry = sut.Load("first")!;

        var outcome = await sut.SaveAsync(entry, entry.Text.Replace("First", "1st", StringComparison.Ordinal));

        Assert.True(outcome.Saved, outcome.Message);
        Assert.Equal(target, new FileInfo(FilePath).LinkTarget);
        Assert.Contains("1st", File.ReadAllText(target), StringComparison.Ordinal);
        Assert.Equal(Document, File.ReadAllText(target + ".bak"));
    }

    [Fact]
    public async Task Save_ReadOnlyFile_IsRefused()
    {
        var sut = Create(Document);
        var entry = sut.Load("first")!;
        File.SetAttributes(FilePath, FileAttributes.ReadOnly);

        var outcome = await sut.SaveAsync(entry, entry.Text.Replace("First", "1st", StringComparison.Ordinal));

        AssertRefused(outcome, "read-only", Document);
        File.SetAttributes(FilePath, FileAttributes.Normal);
    }

    [Fact]
    public async Task Save_FileOrFolderGone_SaysSo()
    {
        var sut = Create(Document);
        var entry = sut.Load("first")!;
        File.Delete(FilePath);
        Assert.Contains("no such file", (await sut.SaveAsync(entry, entry.Text)).Message, StringComparison.Ordinal);
        Directory.Delete(_folder, recursive: true);

        var outcome = await sut.SaveAsync(entry, entry.Text);

        Assert.False(outcome.Saved);
        Assert.Contains("no such file", outcome.Message, StringComparison.Ordinal);
        Directory.CreateDirectory(_folder);
    }

    [Fact]
    public async Task Save_FileMode_IsKept()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var sut = Create(Document);
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        File.SetUnixFileMode(FilePath, Mode);
        var entry = sut.Load("first")!;

        await sut.SaveAsync(entry, entry.Text.Replace("First", "1st", StringComparison.Ordinal));

        Assert.Equal(Mode, File.GetUnixFileMode(FilePath));
    }

    [Fact]
    public void Load_UnknownWidget_IsNull() => Assert.Null(Create(Document).Load("fourth"));

    [Theory]
    [InlineData("", "\n")]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    public async Task Add_NewWidget_StandsBehindTheOthersInTheLayoutOfTheFile(string mark, string newLine)
    {
        var document = mark + Document.Replace("\n", newLine, StringComparison.Ordinal);
        var sut = Create(document);

        var outcome = await sut.AddAsync("fourth", Definition("Fourth"));

        Assert.True(outcome.Saved, outcome.Message);
        const string Last = "\"endpoint\": \"c\", \"type\": \"table\" }";
        const string Added = ",\n    \"fourth\":{\"name\":\"Fourth\",\"description\":\"\",\"endpoint\":\"d\",\"type\":\"table\"}";
        Assert.Equal(
            document.Replace(Last, Last + Added.Replace("\n", newLine, StringComparison.Ordinal), StringComparison.Ordinal),
            Encoding.UTF8.GetString(File.ReadAllBytes(FilePath)));
        Assert.Equal(document, Encoding.UTF8.GetString(File.ReadAllBytes(FilePath + ".bak")));
        var again = await sut.SaveAsync(outcome.Entry!, outcome.Entry!.Text.Replace("Fourth", "4th", StringComparison.Ordinal));
        Assert.True(again.Saved, again.Message);
    }

    [Fact]
    public async Task Add_ToAnEmptyFile_IsTheOnlyWidget()
    {
        var sut = Create("{}");

        var outcome = await sut.AddAsync("first", Definition("First"));

        Assert.True(outcome.Saved, outcome.Message);
        Assert.Equal("First", sut.Load("first") is { } entry ? JsonText.Parse(entry.Text)["name"].Text : null);
    }

    [Fact]
    public async Task Add_IdThatIsThere_IsRefused()
    {
        var sut = Create(Document);

        var outcome = await sut.AddAsync("second", Definition("Other"));

        AssertRefused(outcome, "has a widget second already", Document);
        Assert.True(outcome.IsConflict);
    }

    [Fact]
    public async Task Add_FileChangedMeanwhile_IsRefusedOnceAndThenWritten()
    {
        var sut = Create(Document);
        Assert.NotNull(sut.Load("first"));
        var other = Document.Replace("Third", "3rd", StringComparison.Ordinal);
        File.WriteAllText(FilePath, other);

        var refused = await sut.AddAsync("fourth", Definition("Fourth"));
        AssertRefused(refused, "has changed since the studio read it", other);
        Assert.True(refused.IsConflict);

        var outcome = await sut.AddAsync("fourth", Definition("Fourth"));
        Assert.True(outcome.Saved, outcome.Message);
        Assert.Contains("3rd", File.ReadAllText(FilePath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_DefinitionThatWorkspaceRefuses_IsRefused() =>
        AssertRefused(await Create(Document).AddAsync("fourth", JsObject.Create(("name", 5))), "Workspace would refuse", Document);

    [Fact]
    public async Task Add_SettingIsOff_IsRefused()
    {
        var sut = Create(Document);
        _gate.Refusal = "Saving is off.";

        AssertRefused(await sut.AddAsync("fourth", Definition("Fourth")), "Saving is off.", Document);
    }

    private static JsValue Definition(string name) =>
        JsObject.Create(("name", name), ("description", ""), ("endpoint", "d"), ("type", "table"));

    private void AssertRefused(SaveOutcome outcome, string reason, string document)
    {
        Assert.False(outcome.Saved);
        Assert.Contains(reason, outcome.Message, StringComparison.Ordinal);
        Assert.Equal(document, File.ReadAllText(FilePath));
        Assert.Equal(["widgets.json"], FilesBut("apps.json"));
    }

    private IEnumerable<string?> FilesBut(string name) =>
        Directory.GetFiles(_folder).Select(Path.GetFileName).Where(file => file != name).Order(StringComparer.Ordinal);

    private CatalogWriter Create(string? document = null)
    {
        if (document is not null)
        {
            File.WriteAllBytes(FilePath, Encoding.UTF8.GetBytes(document));
        }

        var apps = Path.Combine(_folder, "apps.json");
        File.WriteAllText(apps, "[]");
        var options = Options.Create(new WidgetOptions { Path = FilePath, AppsPath = apps });
        return new CatalogWriter(new WidgetCatalog(options, NullLogger<WidgetCatalog>.Instance), _gate);
    }

    private sealed class Gate : ISaveGate
    {
        public string? Refusal { get; set; }
    }
}
