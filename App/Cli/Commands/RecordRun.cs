using System.Globalization;
using LiveGridStudio.App.Cli.Output;
using LiveGridStudio.App.Connect.Documents;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Feeds.Recording;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Cli.Commands;

/// <summary>One run of <c>record</c>: reads the backend, follows a widget's feed, and writes what comes.</summary>
internal sealed class RecordRun(CommandIo io, CommandHttp http)
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(5);

    /// <value>How long; null until cancelled.</value>
    public TimeSpan? For { get; init; }

    /// <value>Parameters other than the defaults, as <c>name=value</c>.</value>
    public required IReadOnlyList<string> Params { get; init; }

    public required IReadOnlyList<BackendCredential> Credentials { get; init; }

    /// <value>The file; null for the widget's key with <c>.jsonl</c>.</value>
    public string? Out { get; init; }

    public bool Replaces { get; init; }

    public async Task<int> RunAsync(string backend, string widgetId, CancellationToken cancellationToken)
    {
        if (For is { } time && time <= TimeSpan.Zero)
        {
            throw new CommandException("--for takes a time above zero, such as 00:01:00");
        }

        var connection = await http.Connector.ConnectAsync(backend, Credentials, OriginGate.Open, cancellationToken);
        var widget = Find(connection, widgetId);
        var parameters = ParametersOf(widget);
        var path = Out ?? $"{SafeName(widgetId)}.jsonl";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var alarm = For is { } length ? io.Clock.CreateTimer(_ => ending.Cancel(), null, length, Timeout.InfiniteTimeSpan) : null;
        await using var feed = new RecordedFeed(connection.CreateFeed(widget));
        await using var writer = new RecordingWriter(
            Open(path), new RecordingHeader(widget, connection.Address.ToString().TrimEnd('/'), io.Clock.GetUtcNow()), io.Clock);
        feed.Recorder = writer;
        await io.Error.WriteLineAsync(PlainText.Of($"Recording {widgetId} of {backend} into {path}; Ctrl+C ends it."));
        try
        {
            await FollowAsync(feed, writer, parameters, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The time is over, or the user has seen enough.
        }

        feed.Recorder = null;
        await writer.DisposeAsync();
        await io.Error.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{writer.Lines} lines, {writer.Bytes} bytes{(writer.LeftOut > 0 ? $"; {writer.LeftOut} lines came faster than they could be written" : "")}."));
        return ExitCode.Clean;
    }

    private async Task FollowAsync(RecordedFeed feed, RecordingWriter writer, JsObject parameters, CancellationToken cancellationToken)
    {
        await ReadRowsAsync(() => feed.OpenAsync(parameters, cancellationToken), feed);
        var frames = new List<FeedFrame>();
        var said = io.Clock.GetTimestamp();
        while (writer.End is null && await feed.WaitAsync(cancellationToken))
        {
            if (feed.Status is { State: FeedState.Failed } failed)
            {
                throw new CommandException(failed.Reason ?? "The feed has failed.");
            }

            if (feed.Status.NeedsSnapshot)
            {
                await ReadRowsAsync(() => feed.ReopenAsync(cancellationToken), feed);
            }

            frames.Clear();
            feed.Drain(frames);
            if (io.Clock.GetElapsedTime(said) >= ProgressInterval)
            {
                said = io.Clock.GetTimestamp();
                await io.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{writer.Elapsed:hh\\:mm\\:ss}  {writer.Lines} lines, {writer.Bytes} bytes"));
            }
        }

        if (writer.End is { } end)
        {
            throw new CommandException(end);
        }
    }

    /// <summary>Reads the rows. Without any the feed goes on as long as it tries again by itself.</summary>
    private async Task ReadRowsAsync(Func<Task<JsValue>> read, RecordedFeed feed)
    {
        try
        {
            await read();
        }
        catch (FeedException exception) when (feed.Status.State != FeedState.Failed)
        {
            await io.Error.WriteLineAsync(PlainText.Of($"No rows yet: {exception.Message}"));
        }
        catch (FeedException exception)
        {
            throw new CommandException(exception.Message, exception);
        }
    }

    private static WidgetDefinition Find(RemoteConnection connection, string widgetId) =>
        connection.Definitions.FirstOrDefault(widget => widget.Id == widgetId)
        ?? throw new CommandException(
            $"widgets.json has no widget {widgetId}; it has {string.Join(", ", connection.Definitions.Take(20).Select(static widget => widget.Id))}");

    private JsObject ParametersOf(WidgetDefinition widget)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var param in Params)
        {
            if (param.Split('=', 2) is not [{ Length: > 0 } name, var value])
            {
                throw new CommandException($"--param takes name=value, not {param}");
            }

            given[name] = value;
        }

        var sent = WidgetParams.SentBy(widget);
        if (given.Keys.Except(sent.Select(static param => param.ParamName!)).FirstOrDefault() is { } unknown)
        {
            throw new CommandException($"The widget has no parameter {unknown}; it has {string.Join(", ", sent.Select(static param => param.ParamName))}");
        }

        return WidgetParams.Of(sent, param => given.GetValueOrDefault(param.ParamName!) ?? ParamText.Of(param.Value), io.Clock);
    }

    private FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, Replaces ? FileMode.Create : FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        }
        catch (IOException exception) when (File.Exists(path) && !Replaces)
        {
            throw new CommandException($"{path}: this file exists; --force replaces it", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException($"{path}: {exception.Message}", exception);
        }
    }

    private static string SafeName(string widgetId)
    {
        var name = string.Concat(widgetId.Take(80).Select(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_'));
        return name.Length == 0 ? "recording" : name;
    }
}
