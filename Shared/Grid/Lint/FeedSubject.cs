using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Widgets;
using LiveGridStudio.Shared.Widgets.Lint;

namespace LiveGridStudio.Shared.Grid.Lint;

/// <summary>A widget with what its backend sends, and what several rules ask of it.</summary>
internal sealed class FeedSubject : ILintSubject
{
    /// <summary>Live, what arrives within this time is brought in together.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(50);

    private readonly FeedRows _rows;
    private readonly Lazy<IReadOnlyList<IReadOnlyList<FeedOutcome>>> _windows;

    public FeedSubject(FeedRows rows, IReadOnlyList<PreviewMessage> messages)
    {
        _rows = rows;
        Messages = messages;
        MessageRows = [.. messages.SelectMany(static message => RowsOf(message.Frame))];
        _windows = new Lazy<IReadOnlyList<IReadOnlyList<FeedOutcome>>>(Play);
    }

    public WidgetDefinition Widget => _rows.Widget;

    public LintSubject Definition => _rows.Definition;

    /// <summary>The row objects of the payload, as they came.</summary>
    public IReadOnlyList<JsValue> Rows => _rows.Rows;

    public RowTable Loaded => _rows.Loaded;

    public IReadOnlyList<PreviewMessage> Messages { get; }

    /// <summary>The row objects of all messages, as they came.</summary>
    public IReadOnlyList<JsValue> MessageRows { get; }

    /// <summary>What Workspace makes of the messages, those that it brings in together by one another.</summary>
    public IReadOnlyList<IReadOnlyList<FeedOutcome>> Windows => _windows.Value;

    public IReadOnlyList<string> RowIdColumns => _rows.RowIdColumns;

    /// <summary>Where the id columns are named.</summary>
    public string RowIdPath => Definition.Data["wsRowIdColumns"].IsList ? "data.wsRowIdColumns" : "data.wsRowIdColumn";

    /// <summary>The path of a field's column; that of the list when it has none.</summary>
    public string PathOf(string field) => Definition.ColumnOf(field)?.PathOf("field") ?? LintColumn.ListPath;

    public int SlotOf(string field) => _rows.SlotOf(field);

    public FeedRowIds IdsOf(string column) => _rows.IdsOf(column);

    private static IEnumerable<JsValue> RowsOf(FeedFrame frame) =>
        !frame.IsReadable ? [] : frame.Value.IsObject ? [frame.Value] : frame.Value.List.Where(static row => row.IsObject);

    private List<IReadOnlyList<FeedOutcome>> Play()
    {
        var model = new GridModel(Widget, new GridModelOptions { MergePolicy = MergePolicy.Workspace, AppendLimit = 0 });
        model.Load(_rows.PayloadOf(MessageRows.Select(IdOf)), TimeSpan.Zero);
        var windows = new List<IReadOnlyList<FeedOutcome>>();
        for (var i = 0; i < Messages.Count;)
        {
            var start = Messages[i].At;
            var batch = new List<FeedFrame>();
            for (; i < Messages.Count && Messages[i].At - start < Window; i++)
            {
                batch.Add(Messages[i].Frame);
            }

            var detail = new ApplyDetail();
            model.Apply(batch, start, detail);
            var items = batch.SelectMany(ItemsOf);
            windows.Add([.. items.Zip(detail.Outcomes, static (item, outcome) => new FeedOutcome(item, outcome))]);
        }

        return windows;
    }

    private string IdOf(JsValue row) => RowId.Join([.. RowIdColumns.Select(column => RowId.PartOf(row[column]))]).Text;

    /// <summary>What has an outcome of its own: each item of a list, unless the frame is lost as a whole.</summary>
    private static IEnumerable<JsValue> ItemsOf(FeedFrame frame) =>
        frame.IsReadable && frame.Value.IsList && !frame.Value.List.Any(static item => item.IsNullish)
            ? frame.Value.List
            : [frame.Value];
}
