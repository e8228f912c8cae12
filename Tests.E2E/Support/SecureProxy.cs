using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.E2E.Support;

/// <summary>
/// A real nginx with <c>deploy/nginx-secure.conf</c> in front of a real host; only addresses, the name and the paths differ. Uses an
/// installed nginx, or installs Debian's package if that is permitted.
/// </summary>
public sealed partial class SecureProxy : IAsyncLifetime
{
    public const string User = "anna";
    public const string Password = "correct horse";

    private static readonly string[] Places = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("livegrid-nginx-");
    private Process? _nginx;
    private Task<string>? _rest;
    private X509Certificate2? _certificate;

    internal StudioFactory Host { get; } = new(("Ticks:Seed", "7"), ("AllowedHosts", "localhost"), ("Proxy:Trusted:0", "127.0.0.1"));

    /// <value>The address for browsers and Workspace.</value>
    public Uri Address { get; private set; } = null!;

    /// <value>The same without TLS.</value>
    public Uri PlainAddress { get; private set; } = null!;

    /// <value>Why there is no proxy; null when there is one.</value>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if ((Find() ?? (await DebianPackage.TryInstallAsync("nginx") ? Find() : null)) is not { } program)
        {
            Missing = "There is no nginx, and none could be installed. Install it (Debian: apt-get install nginx), or put it on the path.";
            return;
        }

        (Address, PlainAddress) = (new Uri($"https://localhost:{FreePort()}"), new Uri($"http://localhost:{FreePort()}"));
        WriteCertificate();
        await File.WriteAllTextAsync(InFolder("htpasswd"), $"{User}:{{PLAIN}}{Password}\n");
        await File.WriteAllTextAsync(InFolder("site.conf"), Substitute(await File.ReadAllTextAsync(SitePath())));
        await File.WriteAllTextAsync(InFolder("nginx.conf"), Main());
        await StartAsync(program);
    }

    public async ValueTask DisposeAsync()
    {
        if (_nginx is not null)
        {
            _nginx.Kill(entireProcessTree: true);
            await _nginx.WaitForExitAsync();
            await (_rest ?? Task.FromResult(""));
            _nginx.Dispose();
        }

        _certificate?.Dispose();
        await Host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>A client that trusts this proxy's certificate and no other, and follows no redirect.</summary>
    public HttpClient CreateClient(bool signsIn)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, certificate, _, _) => IsOurs(certificate) },
        })
        {
            BaseAddress = Address,
        };
        if (signsIn)
        {
            var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        }

        return client;
    }

    public bool IsOurs(X509Certificate? certificate) => certificate?.GetCertHashString() == _certificate!.GetCertHashString();

    private static string? Find() =>
        Places.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(static folder => Path.Combine(folder, "nginx")))
            .FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string SitePath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LiveGridStudio.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return Path.Combine(folder.FullName, "deploy", "nginx-secure.conf");
    }

    private string InFolder(string name) => Path.Combine(_folder.FullName, name);

    private string Substitute(string site)
    {
        (string Pattern, string Replacement)[] places =
        [
            (@"127\.0\.0\.1:7779", Host.Address.Authority),
            (@"listen 443\b", $"listen 127.0.0.1:{Address.Port}"),
            (@"listen 80\b", $"listen 127.0.0.1:{PlainAddress.Port}"),
            (@"https://studio\.example", $"https://localhost:{Address.Port}"),
            (@"studio\.example", "localhost"),
            (@"/etc/nginx/livegrid\.", $"{_folder.FullName}/"),
        ];
        site = Comment().Replace(site, "");
        foreach (var (pattern, replacement) in places)
        {
            Assert.Matches(pattern, site);
            site = Regex.Replace(site, pattern, replacement);
        }

        return site;
    }

    /// <summary>The content of a distribution's nginx.conf around the sites, in a folder of its own.</summary>
    private string Main() =>
        $$"""
        {{(Environment.UserName == "root" ? "user root;" : "")}}
        worker_processes 1;
        daemon off;
        pid {{_folder.FullName}}/nginx.pid;
        error_log stderr notice;
        events { worker_connections 256; }
        http {
            access_log off;
            client_body_temp_path {{_folder.FullName}}/body;
            proxy_temp_path {{_folder.FullName}}/proxy;
            fastcgi_temp_path {{_folder.FullName}}/fastcgi;
            uwsgi_temp_path {{_folder.FullName}}/uwsgi;
            scgi_temp_path {{_folder.FullName}}/scgi;
            include {{_folder.FullName}}/site.conf;
        }
        """;

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        _certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(InFolder("crt"), _certificate.ExportCertificatePem());
        File.WriteAllText(InFolder("key"), key.ExportPkcs8PrivateKeyPem());
    }

    private async Task StartAsync(string program)
    {
        var start = new ProcessStartInfo(program, ["-p", _folder.FullName, "-e", "stderr", "-c", InFolder("nginx.conf")]) { RedirectStandardError = true };
        _nginx = Process.Start(start)!;
        var said = new StringBuilder();
        // The workers start when nginx listens.
        while (await _nginx.StandardError.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            if (line.Contains("start worker process ", StringComparison.Ordinal))
            {
                // Keep reading, so that nginx never waits for a full pipe.
                _rest = _nginx.StandardError.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException($"nginx does not start:\n{said}");
    }

    [GeneratedRegex(@"^\s*#.*\n", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
