using System.Globalization;

namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>Orders findings by path, then rule, then message; numbers in paths compare as numbers.</summary>
internal sealed class LintOrder : IComparer<Finding>
{
    private static readonly Comparer<string> ByStep = Comparer<string>.Create(CompareSteps);

    public static LintOrder Instance { get; } = new();

    public int Compare(Finding? x, Finding? y)
    {
        if (x is null || y is null)
        {
            return x is null ? (y is null ? 0 : -1) : 1;
        }

        var order = ComparePaths(x.Path, y.Path);
        order = order != 0 ? order : string.CompareOrdinal(x.Rule, y.Rule);
        return order != 0 ? order : string.CompareOrdinal(x.Message, y.Message);
    }

    private static int ComparePaths(string left, string right)
    {
        var lefts = left.Split('.');
        var rights = right.Split('.');
        for (var i = 0; i < Math.Min(lefts.Length, rights.Length); i++)
        {
            var order = ByStep.Compare(lefts[i], rights[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return lefts.Length.CompareTo(rights.Length);
    }

    private static int CompareSteps(string left, string right) =>
        int.TryParse(left, CultureInfo.InvariantCulture, out var first)
        && int.TryParse(right, CultureInfo.InvariantCulture, out var second)
            ? first.CompareTo(second)
            : string.CompareOrdinal(left, right);
}
