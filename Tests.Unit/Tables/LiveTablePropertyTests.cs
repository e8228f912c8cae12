using System.Text;
using CsCheck;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Tables;

/// <summary>
/// Any order of partial rows, removals, slow reads and reconnects ends in the same rows as a merge of the same rows one after another, for
/// the table and for each reader.
/// </summary>
public sealed class LiveTablePropertyTests
{
    private const int Readers = 3;

    private static readonly Gen<Step> Writes = Gen.Select(
        Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 3], static (id, column, value) => new Step(StepKind.Write, id, column, value));

    private static readonly Gen<Step> Steps = Gen.Frequency(
        (12, Writes),
        (1, Gen.Int[0, 5].Select(static id => new Step(StepKind.Remove, id, 0, 0))),
        (4, Gen.Int[0, Readers - 1].Select(static reader => new Step(StepKind.Read, reader, 0, 0))),
        (2, Gen.Select(Gen.Int[0, Readers - 1], Gen.Int[0, 7], static (reader, wanted) => new Step(StepKind.Connect, reader, wanted, 0))));

    [Fact]
    public void Steps_AnyOrder_EndAsASequentialMerge() => Steps.Array[0, 60].Sample(
        static steps =>
        {
            var table = new LiveTable("rows", new TableOptions { Key = { "id" } }, TestBook.Clock());
            var expected = new Dictionary<string, JsObject>();
            var readers = Enumerable.Range(0, Readers).Select(_ => new Reader(table)).ToArray();
            foreach (var step in steps)
            {
                switch (step.Kind)
                {
                    case StepKind.Write:
                        var row = step.Row();
                        table.Write(row);
                        expected[$"{step.Target}"] = expected.TryGetValue($"{step.Target}", out var before) ? before.With([.. row.Select(static m => (m.Key, m.Value))]) : row;
                        break;
                    case StepKind.Remove:
                        Assert.Equal(expected.Remove($"{step.Target}"), table.Remove($"{step.Target}"));
                        Array.ForEach(readers, reader => reader.Forget($"{step.Target}"));
                        break;
                    case StepKind.Read:
                        readers[step.Target].Read();
                        break;
                    default:
                        readers[step.Target].Connect(step.Detail);
                        break;
                }
            }

            var rows = table.Snapshot(TableSelection.All).ToDictionary(static row => row.Id, static row => JsonText.Stringify(row.Values));
            Assert.Equal(expected.ToDictionary(static pair => pair.Key, static pair => JsonText.Stringify(pair.Value)), rows);
            foreach (var reader in readers)
            {
                reader.Read();
                Assert.Equal(rows.Where(row => reader.Wants(row.Key)).OrderBy(static row => row.Key, StringComparer.Ordinal), reader.Rows.OrderBy(static row => row.Key, StringComparer.Ordinal));
            }
        },
        iter: 2_000);

    [Fact]
    public void Steps_OnATableThatAppends_ReadersGetEachKeptRowOnceAndInOrder() => Gen.Int[0, 3].Array[0, 60].Sample(
        static steps =>
        {
            const int Keep = 5;
            var table = new LiveTable("rows", new TableOptions { Keep = Keep }, TestBook.Clock());
            using var reader = table.Subscribe();
            reader.Replace(TableSelection.All);
            var (written, unread) = (0, 0);
            var seen = new List<int>();
            var missed = new List<int>();
            foreach (var step in steps.Append(0))
            {
                if (step > 0)
                {
                    table.Write(JsObject.Create(("n", written++)));
                    unread++;
                    continue;
                }

                missed.AddRange(Enumerable.Range(written - unread, Math.Max(0, unread - Keep)));
                unread = 0;
                var rows = new List<TableRow>();
                reader.Drain(rows);
                seen.AddRange(rows.Select(static row => (int)row.Values["n"].Number));
            }

            Assert.Equal(Enumerable.Range(0, written).Except(missed), seen);
            Assert.Equal(missed.Count, reader.Conflated);
            Assert.Equal(Enumerable.Range(0, written).TakeLast(Keep), table.Snapshot(TableSelection.All).Select(static row => (int)row.Values["n"].Number));
        },
        iter: 2_000);

    private enum StepKind
    {
        Write,
        Remove,
        Read,
        Connect,
    }

    private sealed record Step(StepKind Kind, int Target, int Detail, int Value)
    {
        /// <summary>A partial row: the key, and one column or none.</summary>
        public JsObject Row() => Detail == 0 ? JsObject.Create(("id", Target)) : JsObject.Create(("id", Target), ($"c{Detail}", Value == 0 ? JsValue.Null : Value));
    }

    /// <summary>A client: it wants some ids or all rows, keeps what it was told, and reads everything anew when it connects.</summary>
    private sealed class Reader
    {
        private readonly LiveTable _table;
        private TableSubscription _subscription;
        private string[]? _wanted;

        public Reader(LiveTable table)
        {
            (_table, _subscription) = (table, table.Subscribe());
            Connect(0);
        }

        public Dictionary<string, string> Rows { get; } = [];

        public bool Wants(string id) => _wanted?.Contains(id) != false;

        public void Connect(int wanted)
        {
            // Every other time the connection stays, and only the parameters change.
            if (wanted % 2 == 0)
            {
                _subscription.Dispose();
                _subscription = _table.Subscribe();
            }

            _wanted = wanted < 2 ? null : [$"{wanted - 2}", $"{wanted % 3}"];
            var selection = _wanted is null ? TableSelection.All : TableSelection.Of(_table, "id", _wanted);
            _subscription.Replace(selection);
            Rows.Clear();
            foreach (var row in _table.Snapshot(selection))
            {
                Rows[row.Id] = JsonText.Stringify(row.Values);
            }
        }

        public void Read()
        {
            var rows = new List<TableRow>();
            _subscription.Drain(rows);
            foreach (var row in rows)
            {
                Rows[row.Id] = Encoding.UTF8.GetString(row.MessageUtf8.Span);
            }
        }

        /// <summary>Nobody is told of a removal; a client that reads anew no longer finds the row.</summary>
        public void Forget(string id) => Rows.Remove(id);
    }
}
