using System.Text.RegularExpressions;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit;

/// <summary>Every file that <c>docs/architecture.md</c> names exists.</summary>
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
