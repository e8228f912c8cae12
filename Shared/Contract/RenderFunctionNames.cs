namespace LiveGridStudio.Shared.Contract;

/// <summary>The wire spelling of <see cref="RenderFunctionName"/>; case-sensitive.</summary>
public static class RenderFunctionNames
{
    private static readonly string[] Wire =
        ["greenRed", "titleCase", "hoverCard", "cellOnClick", "columnColor", "showCellChange"];

    /// <summary>All names, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All => Wire;

    public static string ToWire(this RenderFunctionName name) => Wire[(int)name];

    public static bool TryRead(ReadOnlySpan<char> text, out RenderFunctionName name)
    {
        var index = Wire.Length - 1;
        while (index >= 0 && !text.SequenceEqual(Wire[index]))
        {
            index--;
        }

        name = (RenderFunctionName)index;
        return index >= 0;
    }
}
