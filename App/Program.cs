using LiveGridStudio.App.Backend;
using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Check;
using LiveGridStudio.App.Cli.Commands;
using LiveGridStudio.App.Cluster;
using LiveGridStudio.App.Connect;
using LiveGridStudio.App.Doctor;
using LiveGridStudio.App.Hosting;
using LiveGridStudio.App.Hosting.MemoryRelease;
using LiveGridStudio.App.Hosting.Rules;
using LiveGridStudio.App.Recordings;
using LiveGridStudio.App.Sources;
using LiveGridStudio.App.Studio;
using LiveGridStudio.App.Telemetry;
using LiveGridStudio.Shared.Quotes;

var command = StudioCommand.Parse(args);
if (!command.Serves)
{
    return await command.RunAsync();
}

return await StudioHost.RunAsync(() =>
{
    var builder = StudioHost.CreateBuilder(args);
    builder.Services.AddEdge();
    builder.Services.AddTicks();
    builder.Services.AddRows();
    builder.Services.AddCluster(builder.Configuration);
    builder.Services.AddTables();
    builder.Services.AddWidgets(builder.Environment.ContentRootPath);
    builder.Services.AddBackend();
    builder.Services.AddRules();
    builder.Services.AddCheck();
    builder.Services.AddConnect();
    builder.Services.AddDoctor();
    builder.Services.AddRecordings();
    builder.Services.AddStudio();
    builder.Services.AddTelemetry(builder.Configuration);
    builder.Services.AddMemoryRelease();

    var app = builder.Build();
    app.UseEdge();
    app.UseSiteFiles();
    app.Use(PrivateNetworkPreflight.Answer);
    app.UseCors();
    app.UseRateLimiter();
    app.MapBackend();
    app.MapCheck();
    app.MapDoctor();
    app.MapRecordings();
    app.MapStudio();
    return app;
});
