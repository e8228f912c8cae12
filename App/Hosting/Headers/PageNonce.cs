using System.Security.Cryptography;

namespace LiveGridStudio.App.Hosting.Headers;

/// <summary>The nonce that a page's inline scripts and its content security policy share; a new one for each answer.</summary>
internal static class PageNonce
{
    private const int Bytes = 16;
    private static readonly object Key = new();

    /// <summary>The nonce, created on first use.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Items[Key] is not string nonce)
        {
            nonce = RandomNumberGenerator.GetHexString(2 * Bytes, lowercase: true);
            context.Items[Key] = nonce;
        }

        return nonce;
    }

    /// <summary>The nonce; null when the answer has no inline script.</summary>
    public static string? Find(HttpContext context) => context.Items[Key] as string;
}
