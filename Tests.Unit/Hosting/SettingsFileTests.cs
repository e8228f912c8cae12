using LiveGridStudio.App.Hosting;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Hosting;

public sealed class SettingsFileTests
{
    [Fact]
    public void CreateBuilder_SettingsFile_IsOverAppsettingsAndUnderTheCommandLine()
    {
        using var folder = new TestFolder();
        var file = folder.Write("my.json", """{"Ticks": {"MaxStep": 7, "Seed": 1}, "Tables": {"t": {"Source": {"Send": ["{\"a\": 1}", "b"]}}}}""");

        var settings = StudioHost.CreateBuilder(["--settings", file, "--Ticks:Seed=2"]).Configuration;

        Assert.Equal(("7", "2"), (settings["Ticks:MaxStep"], settings["Ticks:Seed"]));
        Assert.Equal("""{"a": 1}""", settings["Tables:t:Source:Send:0"]);
        Assert.Equal("00:00:00.500", settings["Ticks:MinInterval"]);
    }

    [Fact]
    public void CreateBuilder_SettingsFileThatIsNotJson_IsNamed()
    {
        using var folder = new TestFolder();
        var file = folder.Write("my.json", "{");

        var problem = Assert.Throws<InvalidDataException>(() => StudioHost.CreateBuilder(["--settings", file]));

        Assert.Contains("my.json", StartFailure.Explain(problem), StringComparison.Ordinal);
    }
}
