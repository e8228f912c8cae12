using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Feeds.Recording;

/// <summary>A feed whose rows, frames, parameters and states are recorded while there is a <see cref="Recorder"/>.</summary>
/// <param name="inner">The feed; disposed with this.</param>
public sealed class RecordedFeed(IWidgetFeed inner) : IWidgetFeed
{
    private RecordingWriter? _recorder;
    private FeedState? _recorded;
    private JsObject _parameters = JsObject.Empty;

    /// <value>
    /// Where everything goes from now on; null for nowhere. Begins with the parameters and the state; have the rows read again then, so that
    /// a snapshot is recorded too. Disposed by whoever made it.
    /// </value>
    public RecordingWriter? Recorder
    {
        get => Volatile.Read(ref _recorder);
        set
        {
            _recorded = null;
            Volatile.Write(ref _recorder, value);
            value?.Add(RecordingKind.Params, JsValue.FromObject(_parameters));
            RecordState();
        }
    }

    public FeedStatus Status => inner.Status;

    public bool HasFixedSnapshot => inner.HasFixedSnapshot;

    public async Task<JsValue> OpenAsync(JsObject parameters, CancellationToken cancellationToken)
    {
        _parameters = parameters;
        Recorder?.Add(RecordingKind.Params, JsValue.FromObject(parameters));
        return Record(await inner.OpenAsync(parameters, cancellationToken).ConfigureAwait(false));
    }

    public async Task<JsValue> ReopenAsync(CancellationToken cancellationToken) => Record(await inner.ReopenAsync(cancellationToken).ConfigureAwait(false));

    public async ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        var goesOn = await inner.WaitAsync(cancellationToken).ConfigureAwait(false);
        RecordState();
        return goesOn;
    }

    public void Drain(List<FeedFrame> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        var count = into.Count;
        inner.Drain(into);
        if (Recorder is { } recorder)
        {
            for (var i = count; i < into.Count; i++)
            {
                recorder.Add(RecordingEntry.OfFrame(recorder.Elapsed, into[i]));
            }
        }
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private JsValue Record(JsValue payload)
    {
        Recorder?.Add(RecordingKind.Snapshot, payload);
        RecordState();
        return payload;
    }

    private void RecordState()
    {
        if (Recorder is { } recorder && inner.Status is var status && status.State != _recorded)
        {
            _recorded = status.State;
            recorder.Add(RecordingKind.State, JsObject.Create(
                ("state", status.State.Name()), ("reason", status.Reason is { } reason ? reason : JsValue.Null)));
        }
    }
}
