using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Checking.FeedLint;

/// <summary>A widget, its rows and messages, and values that several rules need.</summary>
internal sealed class FeedSubject : ILintSubject
{
    /// <summary>At most this many row objects are merged, from the first on: further ones rarely add a finding.</summary>
    private const int MostReplayed = 20_000;

    private readonly FeedRows _rows;

    public FeedSubject(FeedRows rows, IReadOnlyList<PreviewMessage> messages, LintLog log)
    {
        _rows = rows;
        Messages = messages;
        Log = log;
    }

    public LintLog Log { get; }

    public WidgetDefinition Widget => _rows.Widget;

    public LintSubject Definition => _rows.Definition;

    /// <summary>The endpoint's answer; undefined when it is not known.</summary>
    public JsValue Payload => _rows.Payload;

    /// <summary>The row objects of the payload as received.</summary>
    public IReadOnlyList<JsValue> Rows => _rows.Rows;

    public RowTable Loaded => _rows.Loaded;

    public IReadOnlyList<PreviewMessage> Messages { get; }

    /// <summary>The row objects of all messages as received.</summary>
    public IReadOnlyList<JsValue> MessageRows => field ??= RowsOf(Messages);

    /// <summary>The outcomes of the first messages under Workspace's merge, one list for each window of messages that it merges together.</summary>
    public IEnumerable<IReadOnlyList<FeedOutcome>> Windows => Play(Replayed());

    public IReadOnlyList<string> RowIdColumns => _rows.RowIdColumns;

    /// <summary>The path of the key that names the id columns.</summary>
    public string RowIdPath => Definition.Data["wsRowIdColumns"].IsList ? "data.wsRowIdColumns" : "data.wsRowIdColumn";

    /// <summary>The path of a field's column; the path of the column list when the field has no column.</summary>
    public string PathOf(string field) => Definition.ColumnOf(field)?.PathOf("field") ?? LintColumn.ListPath;

    public int SlotOf(string field) => _rows.SlotOf(field);

    public FeedRowIds IdsOf(string column) => _rows.IdsOf(column);

    private static List<JsValue> RowsOf(IReadOnlyList<PreviewMessage> messages)
    {
        var rows = new List<JsValue>(messages.Count);
        for (var i = 0; i < messages.Count; i++)
        {
            var frame = messages[i].Frame;
            if (frame.IsReadable && frame.Value.IsObject)
            {
                rows.Add(frame.Value);
            }

            foreach (var item in frame.IsReadable ? frame.Value.Elements : [])
            {
                if (item.IsObject)
                {
                    rows.Add(item);
                }
            }
        }

        return rows;
    }

    private List<PreviewMessage> Replayed()
    {
        var replayed = new List<PreviewMessage>();
        var room = MostReplayed;
        for (var i = 0; i < Messages.Count && room > 0; i++)
        {
            var message = Messages[i];
            var items = message.Frame.Value.List;
            replayed.Add(items.Count <= room ? message : message with { Frame = new FeedFrame(JsValue.FromList([.. items.Take(room)])) });
            room -= Math.Max(1, items.Count);
        }

        return replayed;
    }

    private IEnumerable<IReadOnlyList<FeedOutcome>> Play(List<PreviewMessage> messages)
    {
        var model = new GridModel(Widget, new GridModelOptions { MergePolicy = MergePolicy.Workspace, AppendLimit = 0 });
        model.Load(_rows.PayloadOf(RowsOf(messages).Select(IdOf)), TimeSpan.Zero);
        for (var i = 0; i < messages.Count;)
        {
            Log.ThrowIfCancelled();
            var start = messages[i].At;
            var batch = new List<FeedFrame>();
            for (; i < messages.Count && messages[i].At - start < MergeRule.Window; i++)
            {
                batch.Add(messages[i].Frame);
            }

            var detail = new ApplyDetail();
            model.Apply(batch, start, detail);
            var items = batch.SelectMany(ItemsOf);
            yield return [.. items.Zip(detail.Outcomes, static (item, outcome) => new FeedOutcome(item, outcome))];
        }
    }

    private string IdOf(JsValue row) => RowId.Join([.. RowIdColumns.Select(column => RowId.PartOf(row[column]))]).Text;

    /// <summary>The items that have an outcome of their own: each item of a list, or the frame itself when all of it is lost.</summary>
    private static IEnumerable<JsValue> ItemsOf(FeedFrame frame) =>
        frame.IsReadable && frame.Value.IsList && !frame.Value.List.Any(static item => item.IsNullish)
            ? frame.Value.List
            : [frame.Value];
}

/// <summary>One item of a message and its outcome.</summary>
internal readonly record struct FeedOutcome(JsValue Item, MessageOutcome Outcome);
