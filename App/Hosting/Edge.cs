using LiveGridStudio.App.Hosting.Headers;
using LiveGridStudio.App.Hosting.Origins;
using LiveGridStudio.App.Hosting.Proxies;
using LiveGridStudio.App.Hosting.Requests;

namespace LiveGridStudio.App.Hosting;

/// <summary>What every request passes first, whatever it asks for.</summary>
internal static class Edge
{
    public static IServiceCollection AddEdge(this IServiceCollection services) => services.AddTrustedProxies();

    public static void UseEdge(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseMiddleware<AnswerHeaders>();
        app.UseMiddleware<BrokenBodies>();
        app.UseMiddleware<ForeignPages>();
        app.UseMiddleware<FormBodies>();
    }
}
