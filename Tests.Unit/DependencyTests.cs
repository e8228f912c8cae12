using LiveGridStudio.Shared.Grid;
using NetArchTest.Rules;

namespace LiveGridStudio.Tests.Unit;

/// <summary>Who may use whom: Ticks &lt;- Rows &lt;- Feeds &lt;- Grid -&gt; Widgets, and Json and Files below all.</summary>
public sealed class DependencyTests
{
    private const string Root = "LiveGridStudio.Shared.";

    [Theory]
    [InlineData("Json", "Ticks", "Rows", "Feeds", "Grid", "Widgets", "Files")]
    [InlineData("Files", "Json", "Ticks", "Rows", "Feeds", "Grid", "Widgets")]
    [InlineData("Ticks", "Rows", "Feeds", "Grid", "Widgets")]
    [InlineData("Rows", "Feeds", "Grid", "Widgets")]
    [InlineData("Feeds", "Grid")]
    [InlineData("Widgets", "Ticks", "Rows", "Feeds", "Grid")]
    public void Types_OfAFolder_UseOnlyTheFoldersBelow(string folder, params string[] forbidden)
    {
        var result = Types.InAssembly(typeof(GridModel).Assembly)
            .That().ResideInNamespace(Root + folder)
            .ShouldNot().HaveDependencyOnAny([.. forbidden.Select(static name => Root + name), "Microsoft.AspNetCore.Components"])
            .GetResult();

        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }
}
