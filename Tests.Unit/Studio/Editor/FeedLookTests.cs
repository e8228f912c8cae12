using System.Collections;
using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Studio.Editor;

public sealed class FeedLookTests
{
    private static readonly WidgetDefinition Widget = WidgetDefinition.Read("w", JsonText.Parse("""
        {"name":"W","endpoint":"e","type":"live_grid","data":{"wsRowIdColumn":"id","table":{"columnsDefs":[{"field":"id"},{"field":"n"}]}}}
        """));

    private readonly FakeTimeProvider _clock = new();
    private readonly FeedLook _sut;

    public FeedLookTests() => _sut = new FeedLook(_clock);

    [Fact]
    public void Look_FewRows_AreCheckedAtOnce()
    {
        _sut.Take(Rows(10), []);

        Assert.Contains(_sut.Look(Widget), static finding => finding.Rule == "LG006");
        Assert.False(_sut.IsBehind(Widget));
    }

    [Fact]
    public async Task Look_ManyRows_WaitForTheCheckAside()
    {
        _sut.Take(Rows(30_000), []);
        Assert.Empty(_sut.Look(Widget));
        Assert.True(_sut.IsBehind(Widget));

        await _sut.LookAsync(Widget);

        Assert.Contains(_sut.Look(Widget), static finding => finding.Rule == "LG006");
        Assert.False(_sut.IsBehind(Widget));
    }

    [Fact]
    public async Task LookAsync_ManyMessages_DoesNotHoldItsCaller()
    {
        using var messages = new HeldMessages(new FeedFrame(Rows(30_000)));
        _sut.Take(Rows(1), messages);
        messages.Hold();

        var look = _sut.LookAsync(Widget);
        Assert.False(look.IsCompleted);
        // Meanwhile the known findings are shown, and no second check starts.
        Assert.Empty(_sut.Look(Widget));
        Assert.True(_sut.LookAsync(Widget).IsCompletedSuccessfully);

        messages.Release();
        await look;
        Assert.NotEmpty(_sut.Look(Widget));
    }

    [Fact]
    public async Task LookAsync_AfterALongCheck_PausesButForNewRows()
    {
        using var messages = new HeldMessages(new FeedFrame(Rows(30_000)));
        var rows = Rows(1);
        _sut.Take(rows, messages);
        messages.Hold();
        var look = _sut.LookAsync(Widget);
        _clock.Advance(TimeSpan.FromSeconds(1));
        messages.Release();
        await look;

        IReadOnlyList<PreviewMessage> more = [new(TimeSpan.Zero, new FeedFrame(Rows(30_000)))];
        _sut.Take(rows, more);
        await _sut.LookAsync(Widget);
        Assert.True(_sut.IsBehind(Widget));
        _clock.Advance(TimeSpan.FromSeconds(9));
        await _sut.LookAsync(Widget);
        Assert.False(_sut.IsBehind(Widget));

        _sut.Take(Rows(30_001), more);
        await _sut.LookAsync(Widget);
        Assert.False(_sut.IsBehind(Widget));
    }

    /// <summary>They lack the field of a column.</summary>
    private static JsValue Rows(int count) =>
        JsValue.FromList([.. Enumerable.Range(0, count).Select(static row => JsValue.FromObject(JsObject.Create(("id", JsValue.FromNumber(row)))))]);

    /// <summary>One message that cannot be read for a while.</summary>
    private sealed class HeldMessages(FeedFrame frame) : IReadOnlyList<PreviewMessage>, IDisposable
    {
        private readonly ManualResetEventSlim _free = new(initialState: true);

        public int Count => 1;

        public PreviewMessage this[int index]
        {
            get
            {
                _free.Wait();
                return new PreviewMessage(TimeSpan.Zero, frame);
            }
        }

        public void Hold() => _free.Reset();

        public void Release() => _free.Set();

        public IEnumerator<PreviewMessage> GetEnumerator()
        {
            yield return this[0];
        }

        public void Dispose() => _free.Dispose();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
