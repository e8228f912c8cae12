using System.Text;
using LiveGridStudio.App.Catalog.Files;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Catalog.Files;

public sealed class SafeFileTests : IDisposable
{
    private const string Before = "before";
    private const string After = "the version after";
    private const string Theirs = "another program's version";

    private readonly TestFolder _folder = new();

    public SafeFileTests() => _folder.Write("w.json", Before);

    public void Dispose() => _folder.Dispose();

    public static TheoryData<bool> Places => [true, false];

    [Theory]
    [MemberData(nameof(Places))]
    public void Write_Alone_ReplacesTheFileAndKeepsTheOldOne(bool canExchange)
    {
        Write(canExchange);

        Assert.Equal(["w.json", "w.json.bak"], _folder.Names);
        Assert.Equal((After, Before), (Read(), Read("w.json.bak")));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Write_BackupsNameIsAFolder_ChangesNothingAndSaysSo(bool canExchange)
    {
        Directory.CreateDirectory(_folder["w.json.bak"]);

        var refused = Assert.Throws<IOException>(() => Write(canExchange));

        Assert.Contains("w.json.bak", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Before, Read());
        Assert.Equal(["w.json", "w.json.bak"], _folder.Names);
    }

    [Theory]
    [InlineData("victim")]
    [InlineData("nothing")]
    public void Write_TurnsNameIsALink_WritesNothingThroughIt(string target)
    {
        _folder.Write("victim", "precious");
        File.CreateSymbolicLink(_folder["w.json.saving"], _folder[target]);

        var refused = Assert.Throws<IOException>(() => Write(canExchange: true));

        Assert.Contains("w.json.saving is a link", refused.Message, StringComparison.Ordinal);
        Assert.Equal((Before, "precious"), (Read(), Read("victim")));
        Assert.False(File.Exists(_folder["nothing"]));
    }

    [Fact]
    public void Write_TurnsNameIsAPipe_IsRefusedInWords()
    {
        _folder.WritePipe("w.json.saving");

        var refused = Assert.Throws<IOException>(() => Write(canExchange: true));

        Assert.Contains("it is a pipe", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Before, Read());
    }

    /// <summary>The state on disk after each step is the state after a kill at that step.</summary>
    [Theory]
    [MemberData(nameof(Places))]
    public void Write_KilledAtAnyStep_LosesNothingAndTheNextStartCleansUp(bool canExchange)
    {
        _folder.Write("w.json.bak", "older");
        Dictionary<SaveStep, TestFolder> kills = [];

        Write(canExchange, step => kills[step] = _folder.Copy());

        Assert.Equal(Enum.GetValues<SaveStep>(), kills.Keys);
        foreach (var (step, folder) in kills)
        {
            using (folder)
            {
                // A reader of the file right after the kill finds one complete version.
                Assert.Equal(step < SaveStep.Exchanged ? Before : After, Read("w.json", folder));
                Open(folder, canExchange).RemoveLeftovers();

                Assert.Equal(["w.json", "w.json.bak"], folder.Names);
                var expected = step < SaveStep.Exchanged ? (Before, "older") : (After, Before);
                Assert.Equal(expected, (Read("w.json", folder), Read("w.json.bak", folder)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Write_KilledAfterAnotherProgramWroteInTheLastMoment_GivesItsVersionBack(bool canExchange)
    {
        Dictionary<SaveStep, TestFolder> kills = [];

        Assert.Throws<IOException>(() => Write(canExchange, step =>
        {
            kills[step] = _folder.Copy();
            if (step is SaveStep.NewNamed)
            {
                MoveIn(Theirs);
            }
        }));

        var folder = kills[SaveStep.Exchanged];
        Assert.Equal(After, Read("w.json", folder));
        // Cleaned up by the next save instead of the next start.
        Assert.Throws<IOException>(() => Open(folder, canExchange).Write(Bytes(After), Bytes("more")));
        Assert.Equal(["w.json"], folder.Names);
        Assert.Equal(Theirs, Read("w.json", folder));
        Assert.All(kills.Values, static kill => kill.Dispose());
    }

    /// <summary>A change between the comparison and the exchange, which nothing else would detect.</summary>
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Write_AnotherProgramWritesInTheLastMoment_LeavesItsVersion(bool canExchange, bool inPlace)
    {
        var exception = Assert.Throws<IOException>(() => Write(canExchange, step =>
        {
            if (step is SaveStep.NewNamed)
            {
                (inPlace ? _ => _folder.Write("w.json", Theirs) : (Action<string>)MoveIn)(Theirs);
            }
        }));

        Assert.Equal("another program has just changed it. Nothing was changed.", exception.Message);
        Assert.Equal(["w.json"], _folder.Names);
        Assert.Equal(Theirs, Read());
    }

    [Fact]
    public void Write_TwoOtherVersionsInTheLastMoment_KeepsTheNewestAndTheOneBefore()
    {
        Assert.Throws<IOException>(() => Write(canExchange: true, step =>
        {
            if (step is SaveStep.NewNamed or SaveStep.Exchanged)
            {
                MoveIn(step is SaveStep.NewNamed ? Theirs : "newest");
            }
        }));

        Assert.Equal(("newest", Theirs), (Read(), Read("w.json.bak")));
        Assert.Equal(["w.json", "w.json.bak"], _folder.Names);
    }

    [Fact]
    public void Write_AnotherProgramPutsAPipeThere_IsRefused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere a pipe is waited for, up to the limit.");

        Assert.Throws<IOException>(() => Write(canExchange: true, step =>
        {
            if (step is SaveStep.NewNamed)
            {
                File.Delete(_folder["w.json"]);
                _folder.WritePipe("w.json");
            }
        }));

        Assert.Equal(["w.json"], _folder.Names);
        Assert.Throws<IOException>(() => Read());
    }

    [Fact]
    public void Write_WhileAnotherHostSaves_IsRefusedAndNothingOfItsIsRemoved()
    {
        var other = Open(_folder, canExchange: true);
        string? refusal = null;

        Write(canExchange: true, step =>
        {
            if (step is SaveStep.NewNamed)
            {
                Assert.Equal(0, other.RemoveLeftovers());
                refusal = Assert.Throws<IOException>(() => other.Write(Bytes(Before), Bytes("other"))).Message;
            }
        });

        Assert.Equal("another host is saving it at this moment. Nothing was changed.", refusal);
        Assert.Equal((After, Before), (Read(), Read("w.json.bak")));
    }

    [Fact]
    public async Task Write_TwoHostsAddToOneFile_LosesNothing()
    {
        const int Each = 20;
        _folder.Write("w.json", "");

        await Task.WhenAll(Task.Run(() => Add('a')), Task.Run(() => Add('b')));

        var text = Read();
        Assert.Equal((Each, Each), (text.Count(static letter => letter == 'a'), text.Count(static letter => letter == 'b')));
        Assert.Equal(["w.json", "w.json.bak"], _folder.Names);

        void Add(char letter)
        {
            for (var added = 0; added < Each;)
            {
                try
                {
                    var sut = Open(_folder, canExchange: true);
                    var before = sut.Read();
                    sut.Write(before, [.. before, (byte)letter]);
                    added++;
                }
                catch (IOException)
                {
                    // The other writer has the turn, or has saved its version: try again with the current file.
                }
            }
        }
    }

    [Fact]
    public void RemoveLeftovers_OfManyKills_RemovesOursAlone()
    {
        var digits = new string('a', 32);
        string[] ours = [$"w.json.{digits}.tmp", $"w.json.bak.{digits}.tmp", "w.json.saving"];
        string[] others =
        [
            "w.json.tmp", $"w.json.{digits}0.tmp", $"w.json.{digits}.tmp.txt", $"x.json.{digits}.tmp", $"w.json.new.{digits}.tmp",
            $"w.json.{digits.ToUpperInvariant()}.tmp", $"old.w.json.{digits}.tmp", $"w.json.{digits}.swap",
        ];
        Assert.All([.. ours, .. others], name => _folder.Write(name, "x"));

        Assert.Equal(2, Open(_folder, canExchange: true).RemoveLeftovers());

        Assert.Equal(others.Append("w.json").Order(StringComparer.Ordinal), _folder.Names);
    }

    [Fact]
    public void Open_FileThatAKilledSaveLeftUnderItsSpareName_IsGivenBack()
    {
        File.Move(_folder["w.json"], SaveNames.Swap(_folder["w.json"], Bytes(Before), Bytes(After)));

        Assert.Equal(Bytes(Before), Open(_folder, canExchange: false).Read());
        Assert.Equal(["w.json"], _folder.Names);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static SafeFile Open(TestFolder folder, bool canExchange, Action<SaveStep>? reached = null) =>
        new(folder["w.json"], 1000, new FilePlace(canExchange), reached);

    private void Write(bool canExchange, Action<SaveStep>? reached = null) =>
        Open(_folder, canExchange, reached).Write(Bytes(Before), Bytes(After));

    private string Read(string name = "w.json", TestFolder? folder = null) =>
        Encoding.UTF8.GetString(RegularFile.Read((folder ?? _folder)[name], 1000));

    /// <summary>Saves as most editors do: a new file replaces the old one.</summary>
    private void MoveIn(string text) => File.Move(_folder.Write("editor", text), _folder["w.json"], overwrite: true);
}
