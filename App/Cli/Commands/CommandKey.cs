using LiveGridStudio.App.Cli.Output;
using LiveGridStudio.App.Connect.Reach.Credentials;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>Reads credentials as <c>--key</c> takes them: <c>X-API-KEY=secret</c> for a header, <c>?token=secret</c> for the query.</summary>
internal static class CommandKey
{
    /// <exception cref="CommandException">It has no <c>=</c>; the message does not repeat it, because it may be a secret.</exception>
    public static IReadOnlyList<BackendCredential> Read(IEnumerable<string> keys) => [.. keys.Select(static key =>
    {
        var isQuery = key.StartsWith('?');
        return key.TrimStart('?').Split('=', 2) is [{ Length: > 0 } name, var value]
            ? new BackendCredential(isQuery ? CredentialPlace.Query : CredentialPlace.Header, name, value)
            : throw new CommandException("--key takes name=value for a header, or ?name=value for the query.");
    })];
}
