using System.Net;
using LiveGridStudio.Shared.Widgets.Validation.Schemas;

namespace LiveGridStudio.Shared.Widgets.Lint.Rules;

/// <summary>LG013: an unencrypted address of another machine, which a page served by https may not open.</summary>
internal sealed class InsecureAddress() : LintRule("LG013", LintSeverity.Warning)
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        AddressesOf(subject).Where(static entry => IsInsecure(entry.Address)).Select(entry => Find(
            subject,
            entry.Path,
            $"{ValueWords.Quote(entry.Address!)} is not encrypted: a browser on https://pro.openbb.co refuses to open it "
            + "(only this very machine may be reached without encryption).",
            "Serve it by https and wss, or give a path below the backend's own address."));

    private static IEnumerable<(string Path, string? Address)> AddressesOf(LintSubject subject)
    {
        var widget = subject.Widget;
        yield return ("endpoint", widget.Endpoint);
        yield return ("fileEndpoint", widget.FileEndpoint);
        yield return ("wsEndpoint", widget.WsEndpoint);
        foreach (var param in subject.Params)
        {
            yield return (param.PathOf("endpoint"), param.Definition.Endpoint);
            yield return (param.PathOf("optionsEndpoint"), param.Definition.OptionsEndpoint);
        }
    }

    private static bool IsInsecure(string? address)
    {
        var mark = address?.IndexOf("://", StringComparison.Ordinal) ?? -1;
        if (mark < 0 || address![..mark].Trim().ToUpperInvariant() is not ("HTTP" or "WS"))
        {
            return false;
        }

        var authority = address[(mark + 3)..].Split('/', '?', '#')[0];
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        host = host.StartsWith('[') ? host.Split(']')[0].TrimStart('[') : host.Split(':')[0];
        return !host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            && !host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            && !(IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
    }
}
