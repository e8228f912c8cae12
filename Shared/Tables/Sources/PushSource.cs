namespace LiveGridStudio.Shared.Tables.Sources;

/// <summary>Rows are written from outside, over HTTP: there is nothing to run.</summary>
public sealed class PushSource : ITableSource
{
    /// <summary>The type in the settings.</summary>
    public const string Name = "push";

    public string Type => Name;

    public Task RunAsync(ITableWriter writer, SourceMonitor monitor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        monitor.Run();
        return Task.CompletedTask;
    }
}
