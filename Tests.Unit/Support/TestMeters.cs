using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>The meters of one test, and their values.</summary>
internal sealed class TestMeters : IDisposable
{
    private readonly ServiceProvider? _services;
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, double> _values = [];
    private readonly Dictionary<string, int> _counts = [];

    public TestMeters()
        : this(new ServiceCollection().AddMetrics().BuildServiceProvider())
    {
    }

    /// <summary>Reads the meters of a host, and sees nothing of other hosts in this process.</summary>
    public TestMeters(IMeterFactory factory)
    {
        Factory = factory;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == Factory)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    private TestMeters(ServiceProvider services)
        : this(services.GetRequiredService<IMeterFactory>()) => _services = services;

    public IMeterFactory Factory { get; }

    /// <summary>The value of an instrument: the current one, or the newest one of a histogram. 0 without a value.</summary>
    /// <param name="name">Of the instrument.</param>
    /// <param name="tag">The value of its tag, if it has one.</param>
    public double Read(string name, string tag = "")
    {
        _listener.RecordObservableInstruments();
        lock (_values)
        {
            return _values.GetValueOrDefault(name + tag);
        }
    }

    /// <summary>Number of values of an instrument so far.</summary>
    public int Count(string name)
    {
        lock (_values)
        {
            return _counts.GetValueOrDefault(name);
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _services?.Dispose();
    }

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var name = instrument.Name + (tags.IsEmpty ? "" : tags[0].Value);
        lock (_values)
        {
            _values[name] = value;
            _counts[instrument.Name] = _counts.GetValueOrDefault(instrument.Name) + 1;
        }
    }
}
