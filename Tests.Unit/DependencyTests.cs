using LiveGridStudio.Shared.Grid.Model;
using NetArchTest.Rules;

namespace LiveGridStudio.Tests.Unit;

/// <summary>Who may use whom.</summary>
public sealed class DependencyTests
{
    private const string Root = "LiveGridStudio.Shared.";

    [Theory]
    [InlineData("Json", "Quotes", "Tables", "Feeds", "Grid", "Contract", "Workspace", "Checking")]
    [InlineData("Rows", "Quotes", "Feeds", "Grid", "Contract", "Workspace", "Checking")]
    [InlineData("Tables", "Quotes", "Feeds", "Grid", "Contract", "Workspace", "Checking")]
    [InlineData("Quotes", "Feeds", "Grid", "Contract", "Workspace", "Checking")]
    [InlineData("Contract", "Tables", "Quotes", "Feeds", "Grid", "Checking")]
    [InlineData("Workspace", "Tables", "Quotes", "Feeds", "Grid", "Checking")]
    [InlineData("Feeds", "Grid", "Checking")]
    [InlineData("Grid.Model", "Grid.View", "Grid.Headless", "Grid.Session", "Grid.Log", "Checking")]
    public void Types_OfAFolder_UseOnlyTheFoldersBelow(string folder, params string[] forbidden)
    {
        var result = Types.InAssembly(typeof(GridModel).Assembly)
            .That().ResideInNamespace(Root + folder)
            .ShouldNot().HaveDependencyOnAny([.. forbidden.Select(static name => Root + name), "Microsoft.AspNetCore.Components"])
            .GetResult();

        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }
}
