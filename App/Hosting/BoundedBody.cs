namespace LiveGridStudio.App.Hosting;

/// <summary>Reads a complete body up to a limit.</summary>
internal static class BoundedBody
{
    /// <returns>The bytes; null when there are more than <paramref name="maxBytes"/>, whether or not the length was announced.</returns>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maxBytes)
        {
            return null;
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        return await ReadAsync(stream, maxBytes, cancellationToken, content.Headers.ContentLength);
    }

    /// <param name="stream">The body.</param>
    /// <param name="maxBytes">The most bytes to read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <param name="announced">The announced length, which avoids growing the buffer; null when unknown.</param>
    public static async Task<byte[]?> ReadAsync(Stream stream, int maxBytes, CancellationToken cancellationToken, long? announced = null)
    {
        using var body = new MemoryStream((int)Math.Clamp(announced ?? 0, 0, maxBytes));
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (body.Length + count > maxBytes)
            {
                return null;
            }

            await body.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return body.Length == body.Capacity ? body.GetBuffer() : body.ToArray();
    }
}
