using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Grid.Session;

/// <summary>Applies a feed's frames to a model, counts the outcomes, and writes to a log.</summary>
internal sealed class GridPresenter(GridModel model) : IFeedPresenter
{
    private volatile GridModel _model = model;

    /// <value>After setting it call <see cref="FeedSession.PresentTo"/>, so that the model gets the rows.</value>
    public GridModel Model
    {
        get => _model;
        set => _model = value;
    }

    public MergeCounts Totals { get; private set; }

    public FrameLog? Log
    {
        get;
        set
        {
            if (!ReferenceEquals(field, value))
            {
                field?.Detach();
                value?.Attach();
                field = value;
            }
        }
    }

    public long Version => Model.Version;

    public TimeSpan? NextExpiry => Model.NextExpiry;

    public TimeSpan? GatherTime => Model.Options.MergePolicy == MergePolicy.Workspace ? MergeRule.Window : null;

    public void Load(JsValue payload, TimeSpan now) => Model.Load(payload, now);

    public void Apply(IReadOnlyList<FeedFrame> frames, TimeSpan now)
    {
        var detail = Log is { IsRecording: true } ? new ApplyDetail() : null;
        var counts = Model.Apply(frames, now, detail);
        Log?.Record(frames, detail, Model.Widget.RowIdColumns);
        Totals = new MergeCounts(
            Totals.Updated + counts.Updated, Totals.Ignored + counts.Ignored, Totals.Appended + counts.Appended);
    }

    /// <summary>Not counted or logged again: both were done when the frames arrived.</summary>
    public void Replay(IReadOnlyList<FeedFrame> frames, TimeSpan now) => Model.Apply(frames, now);

    public void Expire(TimeSpan now) => Model.Expire(now);

    public void Close() => Log = null;
}
