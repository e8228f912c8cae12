using LiveGridStudio.App.Studio;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit;

/// <summary>Which folder may use which. A type that breaks a rule belongs in another folder.</summary>
public sealed class DependencyTests
{
    private static readonly FolderGraph Shared = new(typeof(JsValue).Assembly, "LiveGridStudio.Shared");
    private static readonly FolderGraph App = new(typeof(Program).Assembly, "LiveGridStudio.App");

    /// <summary>Each folder, and the folders that it may use.</summary>
    public static TheoryData<string, string[]> RoomsOfShared => new()
    {
        { "Json", [] },
        { "Rows", ["Json"] },
        { "Tables", ["Json", "Rows"] },
        { "Quotes", ["Json", "Rows", "Tables"] },
        { "Contract", ["Json"] },
        { "Workspace", ["Json", "Rows", "Contract"] },
        { "Scripts", [] },
        { "Feeds", ["Json", "Rows", "Tables", "Quotes", "Contract", "Workspace"] },
        { "Grid", ["Json", "Rows", "Contract", "Workspace", "Scripts", "Feeds"] },
        { "Checking", ["Json", "Rows", "Contract", "Workspace", "Grid"] },
        { "Scaffold", ["Json", "Rows", "Contract", "Grid", "Checking"] },
    };

    /// <inheritdoc cref="RoomsOfShared"/>
    public static TheoryData<string, string[]> RoomsOfApp => new()
    {
        { "Ui", [] },
        { "Telemetry", [] },
        { "Catalog", [] },
        { "Hosting", ["Catalog"] },
        { "Backend", ["Hosting", "Catalog"] },
        { "Connect", ["Hosting", "Telemetry"] },
        { "Sources", ["Hosting", "Connect"] },
        { "Cluster", ["Hosting"] },
        { "Check", ["Hosting"] },
        { "Doctor", ["Hosting", "Connect", "Check"] },
        { "Cli", ["Hosting", "Connect", "Check", "Doctor"] },
        { "Recordings", ["Hosting", "Catalog"] },
        { "Studio", ["Ui", "Hosting", "Telemetry", "Catalog", "Connect", "Doctor", "Recordings"] },
    };

    [Fact]
    public void Shared_FoldersBesideEachOther_UseEachOtherOneWay() => Assert.Equal("", string.Join("\n", Shared.Cycles()));

    [Fact]
    public void App_FoldersBesideEachOther_UseEachOtherOneWay() => Assert.Equal("", string.Join("\n", App.Cycles()));

    [Theory]
    [MemberData(nameof(RoomsOfShared))]
    public void Shared_Room_UsesOnlyWhatItMay(string room, string[] allowed) => Assert.Equal("", string.Join("\n", Shared.Strays(room, allowed)));

    [Theory]
    [MemberData(nameof(RoomsOfApp))]
    public void App_Room_UsesOnlyWhatItMay(string room, string[] allowed) => Assert.Equal("", string.Join("\n", App.Strays(room, allowed)));

    [Fact]
    public void Rooms_AreAllNamedHere()
    {
        Assert.Empty(Rooms(Shared).Except(Names(RoomsOfShared)));
        Assert.Empty(Rooms(App).Except(Names(RoomsOfApp)));

        static IEnumerable<string> Rooms(FolderGraph graph) =>
            graph.Folders.Where(static folder => folder.Length > 0).Select(static folder => folder.Split('.')[0]).Distinct();

        static IEnumerable<string> Names(TheoryData<string, string[]> rooms) => rooms.Select(static room => room.Data.Item1);
    }

    /// <summary>The pages put the parts of the rooms together: a room draws nothing of another one.</summary>
    [Fact]
    public void Studio_Room_UsesNoComponentOfAnotherRoom()
    {
        var components = typeof(Program).Assembly.GetTypes()
            .Where(static type => typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(type))
            .Select(static type => type.Name)
            .ToHashSet();
        string[] rooms = [.. App.Folders.Where(static folder => folder.StartsWith("Studio.", StringComparison.Ordinal))];

        Assert.Equal("", string.Join("\n",
            from room in rooms
            from other in rooms
            where room != other && room != "Studio.Layout"
            from use in App.Uses(room, other)
            where components.Contains(use.Split(" -> ")[1])
            select $"{room} -> {other}: {use}"));
    }

    /// <summary>What a page shows is decided without one.</summary>
    [Theory]
    [InlineData(typeof(StudioState))]
    [InlineData(typeof(Preview))]
    public void Studio_State_IsPlain(Type state) => Assert.DoesNotContain(
        state.GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic),
        static field => field.FieldType.FullName?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true
            || field.FieldType.FullName?.StartsWith("Microsoft.JSInterop", StringComparison.Ordinal) == true);

    /// <summary>Decisions are plain C#, tested without a page; of the grid the view alone draws.</summary>
    [Theory]
    [InlineData("Json")]
    [InlineData("Rows")]
    [InlineData("Tables")]
    [InlineData("Quotes")]
    [InlineData("Contract")]
    [InlineData("Workspace")]
    [InlineData("Checking")]
    [InlineData("Scaffold")]
    [InlineData("Feeds")]
    [InlineData("Grid.Model")]
    [InlineData("Grid.Cells")]
    [InlineData("Grid.Headless")]
    [InlineData("Grid.Log")]
    [InlineData("Grid.Session")]
    public void Shared_PlainRoom_UsesNoComponents(string room) =>
        Assert.DoesNotContain(Shared.Foreign(room), static name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
}
