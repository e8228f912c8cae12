using System.Text;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Tables;

public sealed class LiveTableTests
{
    [Theory]
    [InlineData("CASE", "CASE case")]
    [InlineData("case", "CASE case")]
    [InlineData("Case,nope", "CASE case")]
    [InlineData("other", "Other")]
    [InlineData("nope,OTHER", "Other")]
    [InlineData("nope", "")]
    [InlineData("other,case", "Other CASE case")]
    [InlineData("gone", "GONE")]
    public void Snapshot_IdsWithoutCase_AreTheSameWhateverElseIsAsked(string asked, string expected)
    {
        var sut = new LiveTable("t", new TableOptions { Key = { "id" } }, TimeProvider.System);
        foreach (var id in (string[])["CASE", "Other", "case", "GONE", "gone"])
        {
            sut.Write(JsObject.Create(("id", id)));
        }

        sut.Remove("gone");
        var selection = TableSelection.Read(sut, JsObject.Create(("id", asked)), out _)!;

        Assert.Equal(expected, string.Join(' ', sut.Snapshot(selection).Select(static row => row.Id)));
    }

    [Fact]
    public void Write_PartialRow_KeepsTheOtherFieldsAndSendsTheWholeRow()
    {
        var sut = Table("symbol");
        using var reader = All(sut);
        Assert.Equal(TableOutcome.Applied, Write(sut, """{"symbol": "A", "price": 1, "size": 2}"""));

        Assert.Equal(TableOutcome.Applied, Write(sut, """{"symbol": "A", "price": 3, "venue": "X"}"""));

        Assert.Equal("""{"symbol":"A","price":3,"size":2,"venue":"X"}""", Assert.Single(Drained(reader)));
        Assert.Equal(1, reader.Conflated);
    }

    [Theory]
    [InlineData("""{"symbol": "A"}""")]
    [InlineData("""{"symbol": "A", "price": 1}""")]
    [InlineData("""{"price": 1.0, "symbol": "A"}""")]
    public void Write_NothingNew_IsUnchangedAndTellsNobody(string row)
    {
        var sut = Table("symbol");
        Write(sut, """{"symbol": "A", "price": 1}""");
        using var reader = All(sut);

        Assert.Equal(TableOutcome.Unchanged, Write(sut, row));

        Assert.False(reader.HasPending);
        Assert.Equal(1, sut.Version);
    }

    [Theory]
    [InlineData("""{"price": 1}""", "the key column symbol is missing")]
    [InlineData("""{"symbol": null}""", "the key column symbol is missing")]
    [InlineData("""{"symbol": {"a": 1}}""", "the key column symbol is missing")]
    [InlineData("""{"symbol": "C"}""", "the table is full: it has 2 rows")]
    public void Write_RowThatBreaksARule_IsRejectedWithTheReason(string row, string reason)
    {
        var sut = new LiveTable("t", Options(["symbol"], options => options.MaxRows = 2), TestBook.Clock());
        Write(sut, """{"symbol": "A"}""");
        Write(sut, """{"symbol": "B"}""");

        var change = sut.Write(JsonText.Parse(row).Object);

        Assert.Equal(TableOutcome.Rejected, change.Outcome);
        Assert.Contains(reason, change.Problem, StringComparison.Ordinal);
        Assert.Equal(2, sut.Count);
    }

    [Fact]
    public void Write_OneIdTextOfOtherKeyValues_IsRejected()
    {
        var sut = Table("a", "b");
        Write(sut, """{"a": "X-Y", "b": "Z", "n": 1}""");

        var change = sut.Write(JsonText.Parse("""{"a": "X", "b": "Y-Z", "n": 2}""").Object);

        Assert.Contains("another row has the id X-Y-Z with other key values", change.Problem, StringComparison.Ordinal);
        Assert.Equal(TableOutcome.Applied, Write(sut, """{"a": "X-Y", "b": "Z", "n": 3}"""));
    }

    [Fact]
    public void Write_MoreColumnsThanARowMayHave_IsRejected()
    {
        var sut = Table("k");
        Write(sut, """{"k": 1}""");
        var wide = JsObject.Create([KeyValuePair.Create("k", (JsValue)1), .. Enumerable.Range(0, LiveTable.MostColumns).Select(static i => KeyValuePair.Create($"c{i}", (JsValue)i))]);

        Assert.Contains("columns", sut.Write(wide).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_LeavesOutWhatOnlyTheEndpointHas()
    {
        var sut = new LiveTable("t", Options(["k"], static options => options.SnapshotOnly.AddRange(["date", "cap"])), TestBook.Clock());
        Write(sut, """{"date": "d", "k": 1, "p": 2, "cap": 3}""");

        var row = Assert.Single(sut.Snapshot(TableSelection.All));

        Assert.Equal("""{"date":"d","k":1,"p":2,"cap":3}""", Encoding.UTF8.GetString(row.Utf8.Span));
        Assert.Equal("""{"k":1,"p":2}""", Encoding.UTF8.GetString(row.MessageUtf8.Span));
    }

    [Theory]
    [InlineData("{}", "A,B,C,D")]
    [InlineData("""{"symbol": "c, a ,zz,C"}""", "C,A")]
    [InlineData("""{"symbol": ["D", "A"]}""", "D,A")]
    [InlineData("""{"symbol": ""}""", "A,B,C,D")]
    [InlineData("""{"symbol": []}""", "A,B,C,D")]
    [InlineData("""{"desk": "rates"}""", "B,D")]
    [InlineData("""{"desk": "rates", "symbol": "D,A"}""", "D")]
    [InlineData("""{"where": "rates"}""", "B,D")]
    [InlineData("""{"size": 7}""", "C")]
    [InlineData("""{"theme": "dark"}""", "A,B,C,D")]
    public void Snapshot_Parameters_SelectByColumn(string parameters, string expected)
    {
        var sut = new LiveTable("t", Options(["symbol"], static options => options.Select["where"] = "desk"), TestBook.Clock());
        Write(sut, """{"symbol": "A", "desk": "fx"}""");
        Write(sut, """{"symbol": "B", "desk": "Rates"}""");
        Write(sut, """{"symbol": "C", "size": 7}""");
        Write(sut, """{"symbol": "D", "desk": "rates"}""");

        var selection = TableSelection.Read(sut, JsonText.Parse(parameters).Object, out var problem);

        Assert.Null(problem);
        Assert.Equal(expected, string.Join(',', sut.Snapshot(selection!).Select(static row => row.Id)));
    }

    [Fact]
    public void Read_RequiredParameterMissing_SaysWhich()
    {
        var sut = new LiveTable("t", Options(["symbol"], static options => options.Required.Add("symbol")), TestBook.Clock());

        Assert.Null(TableSelection.Read(sut, JsonText.Parse("""{"symbol": " , "}""").Object, out var problem));
        Assert.Equal("The parameter symbol is required.", problem);
    }

    [Fact]
    public void Readers_OfSelections_GetTheirRowsAlsoThoseThatComeLater()
    {
        var sut = Table("symbol");
        using var rates = Reader(sut, """{"desk": "rates"}""");
        Write(sut, """{"symbol": "A", "desk": "fx"}""");
        Assert.False(rates.HasPending);
        using var known = Reader(sut, """{"desk": "rates"}""");

        Write(sut, """{"symbol": "B", "desk": "rates"}""");
        Write(sut, """{"symbol": "A", "desk": "rates"}""");
        Assert.Equal(["A", "B"], Ids(known).Order(StringComparer.Ordinal));

        Write(sut, """{"symbol": "B", "desk": "fx"}""");
        Assert.Empty(Ids(known));
    }

    [Fact]
    public void Replace_OtherRows_KeepsWhatWaitsOfThoseThatStay()
    {
        var sut = Table("symbol");
        Write(sut, """{"symbol": "A"}""");
        Write(sut, """{"symbol": "B"}""");
        using var reader = Reader(sut, """{"symbol": "A,B"}""");
        Write(sut, """{"symbol": "A", "n": 1}""");
        Write(sut, """{"symbol": "B", "n": 1}""");

        reader.Replace(TableSelection.Read(sut, JsonText.Parse("""{"symbol": "B,C"}""").Object, out _));
        Write(sut, """{"symbol": "A", "n": 2}""");
        Write(sut, """{"symbol": "C", "n": 1}""");

        Assert.Equal(["B", "C"], Ids(reader));
        reader.Replace(null);
        Write(sut, """{"symbol": "B", "n": 3}""");
        Assert.Empty(Ids(reader));
    }

    [Fact]
    public void Remove_Rows_AreGoneAndTheirPlacesAreUsedAgain()
    {
        var sut = new LiveTable("t", Options(["symbol"], static options => options.MaxRows = 3), TestBook.Clock());
        foreach (var id in (string[])["A", "B", "C"])
        {
            Write(sut, $$"""{"symbol": "{{id}}"}""");
        }

        using var reader = All(sut);
        Write(sut, """{"symbol": "B", "n": 1}""");
        Assert.True(sut.Remove("B"));
        Assert.False(sut.Remove("B"));
        Assert.Empty(Ids(reader));

        Assert.Equal(TableOutcome.Applied, Write(sut, """{"symbol": "D"}"""));
        Assert.Equal(["A", "C", "D"], sut.Snapshot(TableSelection.All).Select(static row => row.Id));
        Assert.Equal(["D"], Ids(reader));
    }

    /// <summary>A mark belongs to a row, not to the place that another row has taken.</summary>
    [Fact]
    public void Remove_RowThatWaits_DoesNotBringTheOneInItsPlace()
    {
        var sut = Table("symbol");
        Write(sut, """{"symbol": "A"}""");
        using var reader = Reader(sut, """{"symbol": "A"}""");
        Assert.Empty(Ids(reader));
        Write(sut, """{"symbol": "A", "n": 1}""");

        sut.Remove("A");
        Write(sut, """{"symbol": "D"}""");

        Assert.Empty(Ids(reader));
    }

    [Fact]
    public void Append_MoreThanIsKept_KeepsTheNewestInOrder()
    {
        var sut = new LiveTable("t", Options([], static options => options.Keep = 3), TestBook.Clock());
        using var reader = All(sut);
        for (var i = 1; i <= 5; i++)
        {
            Assert.Equal(TableOutcome.Applied, Write(sut, $$"""{"n": {{i}}}"""));
        }

        Assert.Equal(["#3", "#4", "#5"], sut.Snapshot(TableSelection.All).Select(static row => row.Id));
        Assert.Equal(["#3", "#4", "#5"], Ids(reader));
        Assert.Equal(2, reader.Conflated);

        Write(sut, """{"n": 5}""");
        Assert.Equal(["#6"], Ids(reader));
    }

    [Fact]
    public async Task Wait_ChangeOfAWantedRow_WakesUntilDisposed()
    {
        var sut = Table("symbol");
        var reader = Reader(sut, """{"symbol": "A"}""");
        var wait = reader.WaitAsync().AsTask();
        Write(sut, """{"symbol": "B"}""");
        Assert.False(wait.IsCompleted);

        Write(sut, """{"symbol": "A"}""");
        Assert.True(await wait);

        Assert.Equal(1, sut.ReaderCount);
        reader.Dispose();
        Assert.False(await reader.WaitAsync());
        Assert.Equal(0, sut.ReaderCount);
    }

    /// <summary>Writers on several threads, readers that come, go and change their minds: each ends with the newest state of its rows.</summary>
    [Fact]
    public async Task Write_WhileReadersComeAndGo_NobodyMissesTheNewest()
    {
        var sut = Table("id");
        var seen = new Dictionary<string, string>();
        using var reader = All(sut);
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            while (await reader.WaitAsync())
            {
                Read();
            }
        });
        var coming = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                using var other = Reader(sut, $$"""{"id": "{{i % 50}},{{i % 7}}"}""");
                other.Replace(TableSelection.Read(sut, JsonText.Parse($$"""{"group": "{{i % 3}}"}""").Object, out _));
                other.Drain([]);
            }
        });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            for (var i = 0; i < 2_000; i++)
            {
                Write(sut, $$"""{"id": {{i % 50}}, "w{{writer}}": {{i}}, "group": {{i % 3}}}""");
            }
        })));
        await stop.CancelAsync();
        await coming;
        // A reader that is disposed wants nothing any more, not even what still waits.
        await Eventually.HoldsAsync(() => !reader.HasPending);
        reader.Dispose();
        await reading;

        Assert.Equal(1, sut.Count / 50);
        Assert.Equal(
            sut.Snapshot(TableSelection.All).ToDictionary(static row => row.Id, static row => Encoding.UTF8.GetString(row.MessageUtf8.Span)),
            Last());

        Dictionary<string, string> Last()
        {
            Read();
            return seen;
        }

        void Read()
        {
            var rows = new List<TableRow>();
            reader.Drain(rows);
            foreach (var row in rows)
            {
                seen[row.Id] = Encoding.UTF8.GetString(row.MessageUtf8.Span);
            }
        }
    }

    [Fact]
    public void PendingRows_ManySlots_TakesEachOnce()
    {
        var sut = new PendingRows(100_000);
        int[] slots = [0, 63, 64, 4095, 4096, 99_999];

        Assert.All(slots, slot => Assert.True(sut.Add(slot)));
        Assert.All(slots, slot => Assert.False(sut.Add(slot)));
        var taken = new List<int>();
        sut.Take(taken);

        Assert.Equal(slots, taken);
        Assert.False(sut.Any);
    }

    private static LiveTable Table(params string[] key) => new("t", Options(key), TestBook.Clock());

    private static TableOptions Options(string[] key, Action<TableOptions>? change = null)
    {
        var options = new TableOptions();
        options.Key.AddRange(key);
        change?.Invoke(options);
        return options;
    }

    private static TableOutcome Write(LiveTable table, string row) => table.Write(JsonText.Parse(row).Object).Outcome;

    private static TableSubscription All(LiveTable table)
    {
        var reader = table.Subscribe();
        reader.Replace(TableSelection.All);
        return reader;
    }

    private static TableSubscription Reader(LiveTable table, string parameters)
    {
        var reader = table.Subscribe();
        reader.Replace(TableSelection.Read(table, JsonText.Parse(parameters).Object, out _));
        return reader;
    }

    private static List<TableRow> Rows(TableSubscription reader)
    {
        var rows = new List<TableRow>();
        reader.Drain(rows);
        return rows;
    }

    private static IEnumerable<string> Ids(TableSubscription reader) => Rows(reader).Select(static row => row.Id);

    private static IEnumerable<string> Drained(TableSubscription reader) =>
        Rows(reader).Select(static row => Encoding.UTF8.GetString(row.MessageUtf8.Span));
}
