using System.Text;
using LiveGridStudio.App.Cli.Commands;
using LiveGridStudio.App.Cli.Output;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>Runs the command line in this process, in a folder of its own.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("livegrid-").FullName;

    public bool HasColors { get; init; }

    public string Input { get; init; } = "";

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <value>Answers a question at the terminal with the index of a choice; null when there is no terminal.</value>
    public Func<string, IReadOnlyList<string>, int>? Choose { get; init; }

    /// <summary>Writes a file and returns its path.</summary>
    public string File(string name, string text)
    {
        var path = Path(name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    public async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var io = new CommandIo(new MemoryStream(Encoding.UTF8.GetBytes(Input)), output, error)
        {
            HasColors = HasColors,
            Clock = Clock,
            ChooseAsync = Choose is { } choose ? (question, choices, _) => Task.FromResult(choose(question, choices)) : null,
        };
        var code = await StudioCommand.Parse(args).RunAsync(io);
        return (code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
