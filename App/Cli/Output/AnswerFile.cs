using System.Text;

namespace LiveGridStudio.App.Cli.Output;

/// <summary>Writes an answer to standard output, or to the file of <c>--out</c>.</summary>
internal static class AnswerFile
{
    /// <param name="io">The run's streams.</param>
    /// <param name="path">The file; null for standard output.</param>
    /// <param name="write">Writes the answer.</param>
    public static async Task WriteAsync(CommandIo io, string? path, Action<TextWriter> write)
    {
        if (path is null)
        {
            write(io.Output);
            await io.Output.FlushAsync();
            return;
        }

        var text = new StringWriter { NewLine = "\n" };
        write(text);
        try
        {
            await File.WriteAllTextAsync(path, text.ToString(), new UTF8Encoding(false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException($"{path}: {exception.Message}", exception);
        }
    }
}
