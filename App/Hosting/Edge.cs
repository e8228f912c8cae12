using LiveGridStudio.App.Hosting.Headers;
using LiveGridStudio.App.Hosting.Origins;
using LiveGridStudio.App.Hosting.Proxies;
using LiveGridStudio.App.Hosting.Requests;

namespace LiveGridStudio.App.Hosting;

/// <summary>The middleware that every request passes first.</summary>
internal static class Edge
{
    public static IServiceCollection AddEdge(this IServiceCollection services)
    {
        // The first filter is the outermost one; the framework's own check of host names is a filter too.
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, FirstHeaders>());
        return services.AddTrustedProxies();
    }

    public static void UseEdge(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseMiddleware<AnswerHeaders>();
        app.UseMiddleware<BrokenBodies>();
        app.UseMiddleware<ForeignPages>();
        app.UseMiddleware<FormBodies>();
    }
}
