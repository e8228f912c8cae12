using LiveGridStudio.App.Recordings;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Feeds.Recording;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>The widget of a recording, played without any backend.</summary>
internal sealed class RecordingSource : IWidgetSource
{
    private const int MostValues = 50;

    /// <summary>The first rows follow within a few lines, and the parameters stand before them.</summary>
    private const int MostLinesBefore = 20;

    private readonly RecordingFolder _folder;
    private readonly RecordingAddress _address;
    private readonly TimeProvider _timeProvider;

    private RecordingSource(
        RecordingFolder folder, RecordingAddress address, RecordingHeader header, JsObject parameters, TimeProvider timeProvider)
    {
        (_folder, _address, _timeProvider) = (folder, address, timeProvider);
        Widgets = [header.Widget];
        Values = parameters.Take(MostValues).ToDictionary(static value => value.Key, static value => ParamText.Of(value.Value), StringComparer.Ordinal);
    }

    /// <summary>Never raised: a recording stays as it is.</summary>
    public event Action? Changed
    {
        add { }
        remove { }
    }

    public string Name => $"Recording {Ellipsis.Shown(_address.Name)}";

    public string? Backend => null;

    public string DraftKey => Name;

    public IReadOnlyList<WidgetDefinition> Widgets { get; }

    /// <value>The values of parameters with which the recording begins, by name.</value>
    public IReadOnlyDictionary<string, string> Values { get; }

    public IReadOnlyList<string> Problems => [];

    public string? Warning => null;

    public string OptionsObstacle => "A recording has no backend to ask for choices.";

    /// <summary>Reads the first lines.</summary>
    /// <exception cref="IOException">There is no such recording, or it is none; the message is a sentence for the user.</exception>
    public static async Task<RecordingSource> OpenAsync(
        RecordingFolder folder, RecordingAddress address, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        await using var file = folder.Open(address.Name);
        RecordingHeader? header = null;
        await foreach (var line in RecordingReader.ReadAsync(file, cancellationToken))
        {
            if (header is null)
            {
                header = HeaderOf(line);
            }
            else if (line.Entry is { Kind: RecordingKind.Params, Content: { IsObject: true } parameters })
            {
                return new RecordingSource(folder, address, header, parameters.Object, timeProvider);
            }
            else if (line is { Entry.Kind: RecordingKind.Snapshot or RecordingKind.Frame } or { Number: > MostLinesBefore })
            {
                break;
            }
        }

        return header is null
            ? throw new InvalidRecordingException("It is empty.")
            : new RecordingSource(folder, address, header, JsObject.Empty, timeProvider);
    }

    public string? Obstacle(WidgetDefinition widget) => PreviewObstacle.OfType(widget);

    public IWidgetFeed CreateFeed(WidgetDefinition widget) => new ReplayFeed(
        new RecordingPlayer(() => _folder.Open(_address.Name), _address.Speed, _address.IsLooping, _timeProvider), _timeProvider);

    /// <summary>Only the widget's id: what was recorded is fixed.</summary>
    public object NeedsOf(WidgetDefinition widget) => widget.Id;

    public Task<ParamOptionList> GetOptionsAsync(ParamDefinition param, JsObject query, CancellationToken cancellationToken) =>
        throw new FeedException(OptionsObstacle);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static RecordingHeader HeaderOf(RecordingLine line) => line.Entry is null
        ? throw new InvalidRecordingException($"Line {line.Number}: {line.Problem?.TrimEnd('.')}.")
        : RecordingHeader.Read(line.Entry) ?? throw new InvalidRecordingException("Its first line does not say which widget it shows.");

    private sealed class InvalidRecordingException(string reason) : IOException($"This file is not a recording. {reason}");
}
