using LiveGridStudio.Shared.Feeds.Recording;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;

namespace LiveGridStudio.App.Sources;

/// <summary>Writes the rows of a recording, those of snapshots and of frames, when their time has come. See docs/recording.md.</summary>
internal sealed class ReplaySource(SourceOptions options, TimeProvider timeProvider) : ITableSource
{
    public const string Name = "replay";

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(30);

    public string Type => Name;

    public string Identity => $"{Name} {options.File}";

    public async Task RunAsync(ITableWriter writer, SourceMonitor monitor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(monitor);
        var player = new RecordingPlayer(() => File.OpenRead(options.File!), options.Speed, options.Loop, timeProvider);
        var changes = new List<TableChange>();
        while (true)
        {
            try
            {
                await foreach (var line in player.PlayAsync(cancellationToken))
                {
                    if (line.Entry is not { } entry)
                    {
                        monitor.Note($"Line {line.Number} of the recording was passed over: {line.Problem}.");
                    }
                    else if (entry.Kind is RecordingKind.Snapshot or RecordingKind.Frame && RowsOf(entry.Content) is { Count: > 0 } rows)
                    {
                        monitor.Run();
                        changes.Clear();
                        await writer.WriteAsync(rows, changes, cancellationToken);
                        monitor.Took(changes);
                    }
                }

                return;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                monitor.Retry($"The recording {Path.GetFileName(options.File)} cannot be read: {exception.GetType().Name}.", timeProvider.GetUtcNow() + RetryDelay);
                await Task.Delay(RetryDelay, timeProvider, cancellationToken);
            }
        }
    }

    private static List<JsObject> RowsOf(JsValue content)
    {
        IReadOnlyList<JsValue> items = content.IsList ? content.List : [content];
        return [.. items.Where(static item => item.IsObject).Select(static item => item.Object)];
    }
}
