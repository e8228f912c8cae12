using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Support.Servers;

namespace LiveGridStudio.Tests.E2E.Support;

/// <summary>
/// A real nginx with <c>deploy/nginx-secure.conf</c> in front of a real host; only addresses, the name and the paths differ. Uses an
/// installed nginx, or installs Debian's package if that is permitted.
/// </summary>
public sealed class SecureProxy : IAsyncLifetime
{
    public const string User = "anna";
    public const string Password = "correct horse";

    private readonly NginxProcess _nginx = new();
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
        if (await ServerProgram.NginxAsync() is not { } program)
        {
            Missing = "There is no nginx, and none could be installed. Install it (Debian: apt-get install nginx), or put it on the path.";
            return;
        }

        (Address, PlainAddress) = (new Uri($"https://localhost:{FreePort.Next()}"), new Uri($"http://localhost:{FreePort.Next()}"));
        WriteCertificate();
        await File.WriteAllTextAsync(_nginx.InFolder("htpasswd"), $"{User}:{{PLAIN}}{Password}\n");
        await _nginx.StartAsync(
            program,
            "nginx-secure.conf",
            (@"127\.0\.0\.1:7779", Host.Address.Authority),
            (@"listen 443\b", $"listen 127.0.0.1:{Address.Port}"),
            (@"listen 80\b", $"listen 127.0.0.1:{PlainAddress.Port}"),
            (@"https://studio\.example", $"https://localhost:{Address.Port}"),
            (@"studio\.example", "localhost"),
            (@"/etc/nginx/livegrid\.", $"{_nginx.Folder}/"));
    }

    public async ValueTask DisposeAsync()
    {
        await _nginx.DisposeAsync();
        _certificate?.Dispose();
        await Host.DisposeAsync();
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

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        _certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(_nginx.InFolder("crt"), _certificate.ExportCertificatePem());
        File.WriteAllText(_nginx.InFolder("key"), key.ExportPkcs8PrivateKeyPem());
    }
}
