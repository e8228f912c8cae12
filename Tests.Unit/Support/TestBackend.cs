using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>Another backend on a free loopback port, whose answers the test sets.</summary>
internal sealed class TestBackend : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestBackend(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public List<string> Asked { get; } = [];

    public static async Task<TestBackend> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var backend = new TestBackend(app);
        app.Run(context =>
        {
            lock (backend.Asked)
            {
                backend.Asked.Add(context.Request.Path + context.Request.QueryString);
            }

            return answer(context);
        });
        await app.StartAsync();
        return backend;
    }

    /// <summary>Answers each path with a text; 404 for every other.</summary>
    public static Task<TestBackend> StartAsync(params (string Path, string Body)[] answers) => StartAsync(context =>
    {
        var answer = answers.FirstOrDefault(answer => answer.Path == context.Request.Path);
        if (answer.Body is not null)
        {
            return context.Response.WriteAsync(answer.Body);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
