using LiveGridStudio.App.Recordings;
using LiveGridStudio.Shared.Feeds.Recording;

namespace LiveGridStudio.App.Studio;

/// <content>The recording of what the feed brings. It ends with the session, whoever ends that.</content>
public sealed partial class Preview
{
    /// <summary>The feed of <see cref="Session"/>.</summary>
    private RecordedFeed? _feed;
    private bool _isBeginning;

    /// <value>The recording that is made, or that was made last; null for none.</value>
    public WidgetRecording? Recording { get; private set; }

    /// <value>Why no recording could be begun, in a sentence; null without a problem.</value>
    public string? RecordingProblem { get; private set; }

    /// <summary>Begins a recording, unless there is one already. The rows are read again for it.</summary>
    public async Task RecordAsync(RecordingFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (_feed is not { } feed || _isBeginning || feed.Recorder is not null)
        {
            return;
        }

        var (widget, backend) = (Widget, Source.Backend);
        _isBeginning = true;
        try
        {
            // Not on the circuit's thread: it waits for the disk.
            var recording = await Task.Run(() => folder.Begin(widget, backend));
            if (feed != _feed)
            {
                // The session was closed meanwhile.
                await recording.DisposeAsync();
                return;
            }

            (Recording, RecordingProblem) = (recording, null);
            feed.Recorder = recording.Writer;
        }
        catch (IOException exception)
        {
            (Recording, RecordingProblem) = (null, exception.Message);
        }
        finally
        {
            _isBeginning = false;
        }

        Changed?.Invoke();
        if (feed.Recorder is not null)
        {
            await RefetchAsync();
        }
    }

    /// <summary>Ends the recording, if there is one. What it was stays until the next one.</summary>
    public async Task EndRecordingAsync()
    {
        _feed?.Recorder = null;
        if (Recording is { } recording)
        {
            await recording.DisposeAsync();
            Changed?.Invoke();
        }
    }

    /// <summary>Takes the last recording, or the problem, off the card. The file stays.</summary>
    public async Task ForgetRecordingAsync()
    {
        await EndRecordingAsync();
        (Recording, RecordingProblem) = (null, null);
        Changed?.Invoke();
    }
}
