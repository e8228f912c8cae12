using LiveGridStudio.Shared.Tables.Sources;

namespace LiveGridStudio.Tests.Unit.Cluster;

/// <summary>A source that does what a test says.</summary>
internal sealed class DelegateSource(Func<ITableWriter, CancellationToken, Task> run) : ITableSource
{
    public string Type => "scripted";

    public Task RunAsync(ITableWriter writer, SourceMonitor monitor, CancellationToken cancellationToken)
    {
        monitor.Run();
        return run(writer, cancellationToken);
    }
}
