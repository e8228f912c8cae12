using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Checking.FeedLint;

/// <summary>What became of the row objects in some messages, under Workspace's merge.</summary>
public sealed record FeedTally
{
    private const int MostFields = 20;

    /// <value>Row objects that found their row.</value>
    public int Updated { get; private init; }

    /// <value>Row objects that were appended: a feed without row ids.</value>
    public int Appended { get; private init; }

    /// <value>Row objects with an id that no row has.</value>
    public int Unknown { get; private init; }

    /// <value>Values in the place of a row: numbers, texts.</value>
    public int NotRows { get; private init; }

    /// <value>Frames that are lost as a whole because of a null.</value>
    public int LostFrames { get; private init; }

    /// <value>Frames that are not JSON.</value>
    public int NotJson { get; private init; }

    /// <value>Row objects that lack the field of a live column which their rows have.</value>
    public int Partial { get; private init; }

    /// <value>Row objects with a null in the field of a column.</value>
    public int WithNull { get; private init; }

    /// <value>Fields that messages carry and that never reach a row, the first of them.</value>
    public IReadOnlyList<string> IgnoredFields { get; private init; } = [];

    /// <param name="rows">The widget and its rows.</param>
    /// <param name="messages">Frames in order of time.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static FeedTally Of(FeedRows rows, IReadOnlyList<PreviewMessage> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var subject = new FeedSubject(rows, messages, new LintLog(cancellationToken: cancellationToken));
        string[] live =
        [
            .. rows.Widget.Table.Columns.Where(column => column.IsLive(nullIsLive: false) && rows.SlotOf(column.Field) >= 0)
                .Select(static column => column.Field),
        ];
        var kinds = new int[Enum.GetValues<OutcomeKind>().Length];
        var (partial, nulls) = (0, 0);
        var ignored = new HashSet<string>(StringComparer.Ordinal);
        var landed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var outcome in subject.Windows.SelectMany(static window => window))
        {
            kinds[(int)outcome.Outcome.Kind]++;
            var names = outcome.Outcome.Ignored.Select(static field => field.Field).ToHashSet(StringComparer.Ordinal);
            ignored.UnionWith(names.Take(MostFields));
            landed.UnionWith(outcome.Outcome.Kind is OutcomeKind.Updated or OutcomeKind.Appended
                ? outcome.Item.Object.Select(static field => field.Key).Where(field => !names.Contains(field)) : []);
            partial += outcome.Outcome.Kind == OutcomeKind.Updated && live.Any(field => outcome.Item[field].IsUndefined) ? 1 : 0;
            nulls += outcome.Item.IsObject && live.Any(field => outcome.Item[field].IsNull) ? 1 : 0;
        }

        return new FeedTally
        {
            Updated = kinds[(int)OutcomeKind.Updated],
            Appended = kinds[(int)OutcomeKind.Appended],
            Unknown = kinds[(int)OutcomeKind.UnknownRow],
            NotRows = kinds[(int)OutcomeKind.NotARow],
            LostFrames = kinds[(int)OutcomeKind.LostFrame],
            NotJson = kinds[(int)OutcomeKind.NotJson],
            Partial = partial,
            WithNull = nulls,
            IgnoredFields = [.. ignored.Except(landed).Except(rows.RowIdColumns).Order(StringComparer.Ordinal).Take(MostFields).Select(static field => Ellipsis.Of(field, 60))],
        };
    }
}
