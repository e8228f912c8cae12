using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Feeds.Sample;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>Pasted definitions with pasted rows and frames: a preview without a backend.</summary>
public sealed class SampleSource(SampleText sample, TimeProvider timeProvider) : IWidgetSource
{
    /// <summary>Never raised: another text gives a new source.</summary>
    public event Action? Changed
    {
        add { }
        remove { }
    }

    public string Name => "Pasted text";

    public string? Backend => null;

    /// <summary>The same for the same definitions, so other rows or frames keep the drafts; another definition has its own drafts.</summary>
    public string DraftKey { get; } = sample.DraftKey;

    public IReadOnlyList<WidgetDefinition> Widgets => sample.Widgets;

    public IReadOnlyList<string> Problems => [];

    public string? Warning => null;

    /// <summary>The feed of the shown widget; null before the first.</summary>
    public SampleFeed? Feed { get; private set; }

    public string? Obstacle(WidgetDefinition widget) => PreviewObstacle.OfType(widget);

    public IWidgetFeed CreateFeed(WidgetDefinition widget) => Feed = new SampleFeed(
        sample.Rows.IsUndefined ? JsValue.FromList() : WidgetRows.In(sample.Rows, widget), sample.Frames, timeProvider);

    /// <summary>The widget's id and the key of its rows: the rest is fixed, whatever the definition says.</summary>
    public object NeedsOf(WidgetDefinition widget) => (widget.Id, WidgetRows.KeyOf(widget));

    public string OptionsObstacle => "A pasted definition has no backend to ask for choices: type the value.";

    public Task<ParamOptionList> GetOptionsAsync(ParamDefinition param, JsObject query, CancellationToken cancellationToken) =>
        throw new FeedException(OptionsObstacle);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
