using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace LiveGridStudio.App.Telemetry;

/// <summary>Reads the instruments of this host by name; those of other hosts in the same process are ignored.</summary>
internal sealed class HostReader : IDisposable
{
    private const string Prefix = "livegrid.";

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, BucketCounts> _histograms = new(StringComparer.Ordinal);

    /// <summary>Written only while <see cref="Read"/> runs.</summary>
    private readonly Dictionary<string, long> _values = new(StringComparer.Ordinal);

    public HostReader(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope != meters || !instrument.Name.StartsWith(Prefix, StringComparison.Ordinal))
            {
                return;
            }

            if (instrument is Histogram<double> { Advice.HistogramBucketBoundaries: { } bounds })
            {
                _histograms[instrument.Name] = new BucketCounts(bounds);
                listener.EnableMeasurementEvents(instrument, _histograms[instrument.Name]);
            }
            else if (instrument.IsObservable)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>(static (_, value, _, state) => (state as BucketCounts)?.Add(value));
        _listener.SetMeasurementEventCallback<long>(Take);
        _listener.Start();
    }

    /// <summary>Reads all instruments. Totals by name; those with a tag also by name, colon and tag value.</summary>
    public IReadOnlyDictionary<string, long> Read()
    {
        _values.Clear();
        _listener.RecordObservableInstruments();
        foreach (var histogram in _histograms.Values)
        {
            histogram.Turn();
        }

        return _values;
    }

    /// <summary>A percentile of a histogram over the last seconds, in its unit; null without values.</summary>
    public double? Percentile(string name, double share) => _histograms.GetValueOrDefault(name)?.Percentile(share);

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        _values[instrument.Name] = _values.GetValueOrDefault(instrument.Name) + value;
        if (!tags.IsEmpty)
        {
            _values[$"{instrument.Name}:{tags[0].Value}"] = value;
        }
    }
}
