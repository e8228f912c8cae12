using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace LiveGridStudio.Tests.Support.Servers;

/// <summary>A real nginx with one of the files of <c>deploy/</c>, in a folder of its own.</summary>
internal sealed partial class NginxProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("livegrid-nginx-");
    private Process? _process;
    private Task<string>? _rest;

    public string Folder => _folder.FullName;

    /// <summary>Starts nginx, and returns when it listens.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="file">The file of <c>deploy/</c>.</param>
    /// <param name="places">What is another one here, each found at least once.</param>
    public async Task StartAsync(string program, string file, params (string Pattern, string Replacement)[] places)
    {
        var site = Comment().Replace(await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "deploy", file)), "");
        foreach (var (pattern, replacement) in places)
        {
            if (!Regex.IsMatch(site, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)))
            {
                throw new InvalidOperationException($"{pattern} is not in {file}.");
            }

            site = Regex.Replace(site, pattern, replacement, RegexOptions.None, TimeSpan.FromSeconds(1));
        }

        await File.WriteAllTextAsync(InFolder("site.conf"), site);
        await File.WriteAllTextAsync(InFolder("nginx.conf"), Main());
        var start = new ProcessStartInfo(program, ["-p", Folder, "-e", "stderr", "-c", InFolder("nginx.conf")]) { RedirectStandardError = true };
        _process = Process.Start(start)!;
        var said = new StringBuilder();
        // The workers start when nginx listens.
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            if (line.Contains("start worker process ", StringComparison.Ordinal))
            {
                // Keep reading, so that nginx never waits for a full pipe.
                _rest = _process.StandardError.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException($"nginx does not start:\n{said}");
    }

    public string InFolder(string name) => Path.Combine(Folder, name);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            await (_rest ?? Task.FromResult(""));
            _process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>The content of a distribution's nginx.conf around the sites.</summary>
    private string Main() =>
        $$"""
        {{(Environment.UserName == "root" ? "user root;" : "")}}
        worker_processes 1;
        daemon off;
        pid {{Folder}}/nginx.pid;
        error_log stderr notice;
        events { worker_connections 256; }
        http {
            access_log off;
            client_body_temp_path {{Folder}}/body;
            proxy_temp_path {{Folder}}/proxy;
            fastcgi_temp_path {{Folder}}/fastcgi;
            uwsgi_temp_path {{Folder}}/uwsgi;
            scgi_temp_path {{Folder}}/scgi;
            include {{Folder}}/site.conf;
        }
        """;

    [GeneratedRegex(@"^\s*#.*\n", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
