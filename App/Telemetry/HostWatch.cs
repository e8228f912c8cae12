using System.Diagnostics.Metrics;

namespace LiveGridStudio.App.Telemetry;

/// <summary>
/// Samples the host once a second while it is watched; all watchers share the sample. Without a watcher no instrument is listened to.
/// </summary>
internal sealed class HostWatch(IMeterFactory meters, TimeProvider timeProvider) : IDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly List<Watcher> _watchers = [];
    private HostSampler? _sampler;
    private ITimer? _timer;

    /// <summary>The newest sample; null without a watcher.</summary>
    public HostSample? Latest { get; private set; }

    /// <summary>Watches until the returned object is disposed. There is a sample at once, but without rates.</summary>
    /// <param name="changed">Called on any thread after each further sample; must neither block nor throw.</param>
    public IDisposable Watch(Action changed)
    {
        var watcher = new Watcher(this, changed);
        lock (_gate)
        {
            _watchers.Add(watcher);
            if (_sampler is null)
            {
                _sampler = new HostSampler(meters, timeProvider);
                Latest = _sampler.Take();
                _timer = timeProvider.CreateTimer(_ => Sample(), null, Interval, Interval);
            }
        }

        return watcher;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _watchers.Clear();
            Stop();
        }
    }

    private void Sample()
    {
        Watcher[] watchers;
        lock (_gate)
        {
            if (_sampler is null)
            {
                return;
            }

            Latest = _sampler.Take();
            watchers = [.. _watchers];
        }

        foreach (var watcher in watchers)
        {
            watcher.Changed();
        }
    }

    private void Leave(Watcher watcher)
    {
        lock (_gate)
        {
            if (_watchers.Remove(watcher) && _watchers.Count == 0)
            {
                Stop();
            }
        }
    }

    private void Stop()
    {
        _timer?.Dispose();
        _sampler?.Dispose();
        (_timer, _sampler, Latest) = (null, null, null);
    }

    private sealed class Watcher(HostWatch watch, Action changed) : IDisposable
    {
        public Action Changed => changed;

        public void Dispose() => watch.Leave(this);
    }
}
