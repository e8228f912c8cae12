namespace LiveGridStudio.Bench.Paint;

/// <summary>Files of the folders <c>Page</c>, which are embedded in the program.</summary>
internal static class PageFile
{
    public static string Read(string name)
    {
        using var stream = typeof(PageFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program carries no {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
