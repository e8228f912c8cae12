using System.Text.RegularExpressions;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit;

/// <summary>A newcomer finds every file that the walks of <c>docs/architecture.md</c> name.</summary>
public sealed partial class ArchitectureDocTests
{
    [Fact]
    public void Files_OfTheWalks_AreWhereTheySay()
    {
        var root = Repository.Folder;
        var named = Place().Matches(File.ReadAllText(Path.Combine(root, "docs", "architecture.md")))
            .Select(static match => match.Groups[1].Value)
            .Distinct()
            .ToList();

        Assert.True(named.Count > 40);
        Assert.DoesNotContain(named, place => !Path.Exists(Path.Combine(root, place)));
    }

    [GeneratedRegex("`((?:Shared|App|Tests\\.Unit)/[A-Za-z./]+)`")]
    private static partial Regex Place();
}
