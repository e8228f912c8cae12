using LiveGridStudio.App.Backend;
using LiveGridStudio.App.Hosting;
using LiveGridStudio.App.Studio;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Ticks;
using LiveGridStudio.Shared.Widgets;

var builder = StudioHost.CreateBuilder(args);
builder.Services.AddTicks();
builder.Services.AddRows();
builder.Services.AddWidgets(builder.Environment.ContentRootPath);
builder.Services.AddBackend();
builder.Services.AddStudio();

var app = builder.Build();
app.UseSiteFiles();
app.Use(PrivateNetworkPreflight.Answer);
app.UseCors();
app.MapBackend();
app.MapStudio();
return await app.RunStudioAsync();
