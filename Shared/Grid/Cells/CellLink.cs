namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>Decides which texts become links.</summary>
internal static class CellLink
{
    /// <summary>The text when it is a whole http or https address, else null.</summary>
    public static string? HrefOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? text
            : null;
}
