using System.Net;
using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Contract;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG013: an unencrypted address on another machine, which a page served over https may not open.</summary>
internal sealed class InsecureAddress() : LintRule("LG013", FindingSeverity.Warning)
{
    public override IEnumerable<Finding> Check(LintSubject subject) =>
        AddressesOf(subject).Where(static entry => IsInsecure(entry.Address)).Select(entry => Find(
            subject,
            entry.Param?.PathOf(entry.Key) ?? entry.Key,
            $"{ValueWords.Quote(entry.Address!)} is not encrypted: a browser on https://pro.openbb.co refuses to open it "
            + "(only this very machine may be reached without encryption).",
            "Serve it by https and wss, or give a path below the backend's own address."));

    private static IEnumerable<(LintParam? Param, string Key, string? Address)> AddressesOf(LintSubject subject)
    {
        var widget = subject.Widget;
        yield return (null, "endpoint", widget.Endpoint);
        yield return (null, "fileEndpoint", widget.FileEndpoint);
        yield return (null, "wsEndpoint", widget.WsEndpoint);
        foreach (var param in subject.Params)
        {
            yield return (param, "endpoint", param.Raw.TextAt("endpoint"));
            yield return (param, "optionsEndpoint", param.Raw.TextAt("optionsEndpoint"));
        }
    }

    private static bool IsInsecure(string? address)
    {
        var mark = address?.IndexOf("://", StringComparison.Ordinal) ?? -1;
        if (mark < 0 || address![..mark].Trim().ToUpperInvariant() is not ("HTTP" or "WS"))
        {
            return false;
        }

        var authority = Until(address.AsSpan(mark + 3), "/?#");
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        host = host.StartsWith("[") ? Until(host[1..], "]") : Until(host, ":");
        return !host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            && !host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            && !(IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
    }

    private static ReadOnlySpan<char> Until(ReadOnlySpan<char> text, string marks) =>
        text.IndexOfAny(marks) is >= 0 and var end ? text[..end] : text;
}
