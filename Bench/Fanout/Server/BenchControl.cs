using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Bench.Fanout.Server;

/// <summary>Lets the suite start the ticks of a server in another process, and read its resource use.</summary>
internal static class BenchControl
{
    public const string Start = "/bench/start";
    public const string Stats = "/bench/stats";
    public const string Published = "/bench/published";
    public const string Host = "/bench/host";

    public static void Use(IApplicationBuilder app)
    {
        app.Map(Start, branch => branch.Run(static context =>
        {
            context.RequestServices.GetRequiredService<TimedTickSource>().Start();
            return Task.CompletedTask;
        }));
        app.Map(Stats, branch => branch.Run(static context =>
            context.Response.WriteAsJsonAsync(ServerStats.Take(context.Request.Query.ContainsKey("collect")), context.RequestAborted)));
        app.Map(Host, branch => branch.Run(static context =>
            context.Response.WriteAsJsonAsync(HostStats.Take(context.RequestServices), context.RequestAborted)));
        app.Map(Published, branch => branch.Run(static context =>
            context.Response.WriteAsJsonAsync(
                context.RequestServices.GetRequiredService<TimedTickSource>().Count(Time(context, "from"), Time(context, "to")),
                context.RequestAborted)));
    }

    private static long Time(HttpContext context, string name) => long.Parse(context.Request.Query[name].ToString(), provider: null);
}
