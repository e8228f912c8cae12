using System.Security.Cryptography;
using LiveGridStudio.Shared.Checking.Validation.Schemas;

namespace LiveGridStudio.App.Hosting.Headers;

/// <summary>The word that a page's inline scripts and its content security policy share, another one for each answer.</summary>
internal static class PageNonce
{
    private const int Bytes = 16;
    private static readonly object Key = new();

    /// <summary>Makes the word when it is first asked for.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Items[Key] is not string nonce)
        {
            nonce = RandomNumberGenerator.GetHexString(2 * Bytes, lowercase: true);
            context.Items[Key] = nonce;
        }

        return nonce;
    }

    /// <summary>The word; null when the answer has no inline script.</summary>
    public static string? Find(HttpContext context) => context.Items[Key] as string;
}
