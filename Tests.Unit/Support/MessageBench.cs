using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>A grid, a clock and a log that is attached, without a session between them.</summary>
internal sealed class MessageBench
{
    public const string Columns = """[{"field":"id"},{"field":"price"},{"field":"change"},{"field":"volume","enableCellChangeWs":false}]""";

    public const string Rows = """[{"id":"TSLA","price":245,"change":5,"volume":1},{"id":"AAPL","price":150,"change":1,"volume":2}]""";

    public MessageBench(MergePolicy policy = MergePolicy.Documented, string? rowId = "id", FakeTimeProvider? clock = null)
    {
        Clock = clock ?? TestBook.Clock();
        Log = new FrameLog(Clock);
        Log.Attach();
        Model = Widget.Grid(Columns, Rows, policy, rowId);
    }

    public FakeTimeProvider Clock { get; }

    public FrameLog Log { get; }

    public GridModel Model { get; }

    public LoggedFrame Newest => Log.Find(FrameFilter.All, 1, out _)[0];

    /// <summary>Applies frames as one batch, and logs them as a session does.</summary>
    public void Send(params string[] frames)
    {
        FeedFrame[] batch = [.. frames.Select(FeedFrame.Parse)];
        var detail = Log.IsRecording ? new ApplyDetail() : null;
        Model.Apply(batch, TimeSpan.Zero, detail);
        Log.Record(batch, detail, Model.Widget.RowIdColumns);
    }

    public void Price(double price) => Send(FormattableString.Invariant($$"""{"id":"TSLA","price":{{price}}}"""));
}
