using LiveGridStudio.App.Cli.Output;
using LiveGridStudio.App.Hosting;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>Reads the source that the user named: a file, an address, or standard input.</summary>
internal sealed class SourceReader(CommandIo io, CommandHttp http)
{
    public const string StandardInput = "-";

    public async Task<SourceText> ReadAsync(string name, int maxBytes, CancellationToken cancellationToken)
    {
        if (AsAddress(name) is { } address)
        {
            return SourceText.Read(name, (await http.Http.GetAsync(address, maxBytes, cancellationToken)).Body);
        }

        var body = name == StandardInput
            ? await BoundedBody.ReadAsync(io.Input, maxBytes, cancellationToken)
            : await ReadFileAsync(name, maxBytes, cancellationToken);
        var shown = name == StandardInput ? "stdin" : name;
        return body is null
            ? throw new CommandException($"{shown}: larger than the {maxBytes} bytes that are read")
            : SourceText.Read(shown, body);
    }

    /// <summary>The address that a text contains; null for a file name.</summary>
    public static Uri? AsAddress(string name) =>
        name.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(name, UriKind.Absolute, out var address) ? address : null;

    private static async Task<byte[]?> ReadFileAsync(string path, int maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return await BoundedBody.ReadAsync(file, maxBytes, cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException($"{path}: there is no such file", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException(
                Directory.Exists(path) ? $"{path}: this is a folder, not a file" : $"{path}: {exception.Message}", exception);
        }
    }
}
