using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace LiveGridStudio.Bench.Circuits.Pages;

/// <summary>Open pages in a separate process, controlled by the same lines as a fleet of sockets.</summary>
internal static class PagesProgram
{
    public const string CommandName = "pages";

    public static Command Command()
    {
        var port = new Argument<int>("port");
        var path = new Argument<string>("path");
        var pages = new Argument<int>("pages");
        var rows = new Argument<int>("rows");
        var command = new Command(CommandName) { port, path, pages, rows };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => ServeAsync(
            new Uri($"http://127.0.0.1:{parsed.GetValue(port)}/"), parsed.GetValue(path)!, parsed.GetValue(pages), parsed.GetValue(rows),
            cancellationToken));
        return command;
    }

    private static async Task ServeAsync(Uri host, string path, int count, int rows, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = host };
        var tally = new PageTally();
        var pages = new List<Page>();
        while (await Console.In.ReadLineAsync(cancellationToken) is { } line)
        {
            var words = line.Split(' ');
            switch (words[0])
            {
                case "connect":
                    while (pages.Count < count)
                    {
                        pages.Add(new Page(http, tally, rows));
                        await pages[^1].OpenAsync(path, cancellationToken);
                    }

                    break;
                case "leave":
                    foreach (var page in pages)
                    {
                        await page.LeaveAsync(cancellationToken);
                        await page.DisposeAsync();
                    }

                    break;
                case "count":
                    tally.Count(long.Parse(words[1], CultureInfo.InvariantCulture), long.Parse(words[2], CultureInfo.InvariantCulture));
                    break;
            }

            Console.WriteLine(words[0] == "report" ? JsonSerializer.Serialize(tally.Report()) : "done");
        }
    }
}
