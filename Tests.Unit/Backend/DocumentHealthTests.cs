using System.Net;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Backend;

/// <summary>The answers to clients when files become invalid while the host runs.</summary>
public sealed class DocumentHealthTests : IAsyncDisposable
{
    private const string Good = """{"w":{"name":"W","description":"","endpoint":"e"}}""";

    private readonly TestFolder _folder = new();
    private readonly StudioFactory _host;

    public DocumentHealthTests()
    {
        _folder.Write("apps.json", "[]");
        _host = new StudioFactory(
            simulates: true,
            ("Ticks:MinInterval", "00:00:00.001"),
            ("Ticks:MaxInterval", "00:00:00.001"),
            ("Widgets:Path", _folder.Write("widgets.json", Good)),
            ("Widgets:AppsPath", _folder["apps.json"]));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task GetReady_FileBreaksAndIsMended_NamesItWhileTheLastGoodOneIsServed()
    {
        _folder.Write($"widgets.json.{new string('0', 32)}.tmp", "half");
        using var client = new HttpClient { BaseAddress = _host.Address, Timeout = TimeSpan.FromSeconds(20) };
        while ((await client.GetAsync("/healthz/ready")).StatusCode != HttpStatusCode.OK)
        {
            await Task.Yield();
        }

        File.Delete(_folder["widgets.json"]);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_folder["widgets.json"]);
        }
        else
        {
            _folder.WritePipe("widgets.json");
        }

        Assert.Equal(Good, await client.GetStringAsync("/widgets.json"));
        Assert.Equal(
            """{"status":"ticks flow","degraded":["widgets.json is broken on disk; its last good version is served."]}""",
            await client.GetStringAsync("/healthz/ready"));

        File.Move(_folder.Write("mended", Good), _folder["widgets.json"], overwrite: !OperatingSystem.IsWindows());
        Assert.Equal(Good, await client.GetStringAsync("/widgets.json"));
        Assert.Equal("""{"status":"ticks flow"}""", await client.GetStringAsync("/healthz/ready"));
        // Saving is on while the host listens on loopback alone: what a killed save had left is gone soon after the start.
        while (_folder.Names.Count > 2)
        {
            await client.GetAsync("/healthz/live");
        }

        Assert.Equal(["apps.json", "widgets.json"], _folder.Names);
    }
}
