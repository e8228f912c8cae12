using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Doctor;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Doctor;

/// <summary>The doctor, on a clock that stands still, and a backend that is healthy until a test makes it otherwise.</summary>
internal sealed class DoctorBench : IAsyncDisposable
{
    private readonly RemoteSetup _setup = new(new ConnectOptions());

    private DoctorBench(FaultyBackend backend) => Backend = backend;

    public FaultyBackend Backend { get; }

    public FakeTimeProvider Clock => _setup.Clock;

    public static async Task<DoctorBench> StartAsync(string? widgets = null)
    {
        var backend = await FaultyBackend.StartAsync();
        backend.AllowOrigin = "*";
        backend.Answer("/widgets.json", context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(widgets ?? Grid());
        });
        backend.Answer("/rows", """[{"symbol": "TSLA", "price": 1}, {"symbol": "AAPL", "price": 2}]""");
        return new DoctorBench(backend);
    }

    /// <summary>A document with one live grid of which nothing is to be said.</summary>
    public static string Grid(string more = "", string socket = "\"wsEndpoint\": \"rows_ws\", ") => $$"""
        {"grid": {"name": "Grid", "description": "D", "type": "live_grid", "endpoint": "rows", {{socket}}
          "data": {"wsRowIdColumn": "symbol", "table": {"columnsDefs": [
            {"field": "symbol", "headerName": "Symbol"}, {"field": "price", "headerName": "Price", "renderFn": "showCellChange"}]} } {{more}} } }
        """;

    public static string Widget(string type, string more = "") =>
        $$"""{"one": {"name": "One", "description": "D", "type": "{{type}}", "endpoint": "rows" {{more}} } }""";

    /// <summary>Looks at the backend, and does not listen to its sockets.</summary>
    public Task<DoctorReport> ExamineAsync(params BackendCredential[] credentials) =>
        ExamineAsync(new DoctorRequest(Backend.Address) { Credentials = credentials, Listen = TimeSpan.Zero });

    public Task<DoctorReport> ExamineAsync(DoctorRequest request) => ExamineOnAsync(Clock, request);

    /// <summary>The same on another clock.</summary>
    public Task<DoctorReport> ExamineOnAsync(TimeProvider clock, DoctorRequest request) => new BackendDoctor(
        _setup.Http, Microsoft.Extensions.Options.Options.Create(_setup.Options), clock)
        .ExamineAsync(request, null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _setup.Dispose();
        await Backend.DisposeAsync();
    }
}

internal static class DoctorReports
{
    public static DoctorStep Step(this DoctorReport report, string id) => Assert.Single(report.Steps, step => step.Id == id);

    public static DoctorStatus? StatusOf(this DoctorReport report, string id) => report.Steps.FirstOrDefault(step => step.Id == id)?.Status;
}
