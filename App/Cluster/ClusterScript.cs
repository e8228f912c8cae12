using StackExchange.Redis;

namespace LiveGridStudio.App.Cluster;

/// <summary>The scripts that Redis runs in one step each; their files lie beside this one.</summary>
internal static class ClusterScript
{
    public static readonly string Write = Read("write");
    public static readonly string Remove = Read("remove");
    public static readonly string Join = Read("join");
    public static readonly string Offer = Read("offer");
    public static readonly string Lease = Read("lease");
    public static readonly string End = Read("end");

    /// <summary>Runs a script that answers with a list. Texts among its arguments travel as UTF-8.</summary>
    public static async Task<RedisResult[]> RunAsync(this IDatabase redis, string script, RedisKey[] keys, RedisValue[] arguments) =>
        (RedisResult[]?)await redis.ScriptEvaluateAsync(script, keys, arguments).ConfigureAwait(false) ?? [];

    private static string Read(string name)
    {
        using var stream = typeof(ClusterScript).Assembly.GetManifestResourceStream($"Cluster/{name}.lua")
            ?? throw new InvalidOperationException($"The script {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
