using System.Net;
using System.Text;
using System.Threading.Channels;
using LiveGridStudio.App.Backend.Ingest;
using LiveGridStudio.App.Sources;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LiveGridStudio.Tests.Unit.Backend.Tables;

/// <summary>Tables of the settings over the wire: push, rows, socket. Real clients, the real host, each change sent at once.</summary>
public sealed class TableContractTests : IAsyncLifetime
{
    private readonly StudioFactory _host = new(
        ("Backend:FlushInterval", "00:00:00"),
        ("Tables:orders:Key:0", "desk"),
        ("Tables:orders:Key:1", "id"),
        ("Tables:orders:Endpoint", "trading/orders"),
        ("Tables:orders:SnapshotOnly:0", "placed"),
        ("Tables:orders:MaxRows", "5"),
        ("Tables:trades:Keep", "3"),
        ("Tables:needy:Key:0", "id"),
        ("Tables:needy:Required:0", "desk"));

    private HttpClient _client = null!;

    public ValueTask InitializeAsync()
    {
        _client = new HttpClient { BaseAddress = _host.Address };
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Push_ThenPartialRows_AreMergedAndReachRowsAndSocket()
    {
        Assert.Equal(
            """{"applied":2,"unchanged":0,"rejected":0,"problems":[]}""",
            await PushAsync("orders", """[{"desk": "fx", "id": 1, "price": 2, "placed": "t"}, {"desk": "rates", "id": 1, "price": 3}]"""));
        using var socket = await ConnectAsync("trading/orders_ws", """{"params": {"desk": "FX"}}""", 1);

        Assert.Equal("""{"applied":1,"unchanged":1,"rejected":0,"problems":[]}""", await PushAsync("orders", """
            [{"desk": "fx", "id": 1, "size": 7}, {"desk": "rates", "id": 1, "price": 3}]
            """));

        Assert.Equal("""{"desk":"fx","id":1,"price":2,"size":7}""", JsonText.Stringify(await socket.ReceiveAsync()));
        Assert.Equal("""[{"desk":"fx","id":1,"price":2,"placed":"t","size":7}]""", await _client.GetStringAsync("trading/orders?desk=fx"));
        Assert.Equal("""[{"desk":"rates","id":1,"price":3}]""", await _client.GetStringAsync("trading/orders?desk=nope,rates&theme=dark"));
    }

    [Fact]
    public async Task Push_Lines_AreReadAsTheyComeAndProblemsNameTheirLines()
    {
        using var socket = await ConnectAsync("trading/orders_ws", """{"params": {}}""", 1);
        using var body = new StreamedContent();
        var pushing = _client.PostAsync("api/tables/orders/rows", body);

        body.Send("{\"desk\": \"fx\", \"id\": 1}\n");
        Assert.Equal("fx", (await socket.ReceiveAsync())["desk"].Text);
        body.Send("\n  \r\nnot json\n[1]\n{\"id\": 2}\n" + "{\"desk\": \"" + new string('x', 70_000) + "\"}\n");
        body.Send("{\"desk\": \"fx\", \"id\": 2}");
        body.End();

        var answer = JsonText.Parse(await (await pushing).Content.ReadAsStringAsync());
        Assert.Equal((2.0, 4.0), (answer["applied"].Number, answer["rejected"].Number));
        Assert.Equal([4, 5, 6, 7], answer["problems"].List.Select(static problem => (int)problem["line"].Number));
        Assert.Contains("desk is missing", answer["problems"].List[2]["problem"].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("orders", "{\"desk\": ", HttpStatusCode.BadRequest, "The body is not JSON")]
    [InlineData("orders", "[1, 2]", HttpStatusCode.BadRequest, "no object")]
    [InlineData("orders", "{\"id\": null}", HttpStatusCode.BadRequest, "the key column desk is missing")]
    [InlineData("nope", "{}", HttpStatusCode.NotFound, "The tables are quotes, needy, orders, trades.")]
    [InlineData("quotes", "{}", HttpStatusCode.Conflict, "fed by its own source")]
    public async Task Push_BadInput_GetsAClearAnswer(string table, string body, HttpStatusCode status, string detail)
    {
        using var answer = await _client.PostAsync($"api/tables/{table}/rows", new StringContent(body));

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(detail, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_FullTable_TakesWhatFitsAndSaysSo()
    {
        var rows = string.Join(',', Enumerable.Range(0, 7).Select(static i => $$"""{"desk": "fx", "id": {{i}}}"""));

        var answer = JsonText.Parse(await PushAsync("orders", $"[{rows}]"));

        Assert.Equal((5.0, 2.0), (answer["applied"].Number, answer["rejected"].Number));
        Assert.Contains("the table is full: it has 5 rows", answer["problems"].List[0]["problem"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_RowThatIsTooLong_IsRejectedInEveryKindOfBody()
    {
        var row = $$"""{"desk": "fx", "id": 1, "note": "{{new string('x', 70_000)}}"}""";

        using var answer = await _client.PostAsync("api/tables/orders/rows", new StringContent(row));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("longer than 65536 bytes", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\"applied\":1,\"unchanged\":0,\"rejected\":1", await PushAsync("orders", $$"""[{{row}}, {"desk": "fx", "id": 2}]"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_PartialRowsThatMakeOneRowTooLong_AreRejected()
    {
        var answers = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            answers.Add(await PushAsync("orders", $$"""[{"desk": "fx", "id": 1, "n{{i}}": "{{new string('x', 60_000)}}"}, {"desk": "fx", "id": 2}]"""));
        }

        Assert.Contains("more than 262144 bytes", answers[^1], StringComparison.Ordinal);
        Assert.InRange((await _client.GetStringAsync("trading/orders")).Length, 200_000, 300_000);
    }

    [Theory]
    [InlineData("""{"desk": "fx", "id": 1e999}""", "the key column id is missing, null, or no text")]
    [InlineData("""{"desk": "fx", "id": 1, "price": -1e999}""", "the column price has a number beyond the range of numbers")]
    public async Task Push_NumberThatIsNone_IsRejected(string row, string problem)
    {
        using var answer = await _client.PostAsync("api/tables/orders/rows", new StringContent(row));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(problem, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("[]", await _client.GetStringAsync("trading/orders"));
    }

    [Fact]
    public async Task Push_BodyThatIsTooLong_IsRefused()
    {
        using var answer = await _client.PostAsync("api/tables/orders/rows", new ByteArrayContent(new byte[17 * 1024 * 1024]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Append_Rows_KeepsTheNewest()
    {
        using var socket = await ConnectAsync("trades_ws", """{"params": {}}""", 1);
        await PushAsync("trades", """{"p": 1}""");
        Assert.Equal(1, (await socket.ReceiveAsync())["p"].Number);
        await PushAsync("trades", """[{"p": 2}, {"p": 3}, {"p": 4}]""");

        Assert.Equal("""[{"p":2},{"p":3},{"p":4}]""", await _client.GetStringAsync("trades"));
    }

    [Fact]
    public async Task Delete_Row_IsGone()
    {
        await PushAsync("orders", """{"desk": "fx", "id": 1}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _client.DeleteAsync("api/tables/orders/rows?desk=fx")).StatusCode);
        Assert.Equal("""{"removed":1}""", await (await _client.DeleteAsync("api/tables/orders/rows?desk=fx&id=1")).Content.ReadAsStringAsync());
        Assert.Equal("""{"removed":0}""", await (await _client.DeleteAsync("api/tables/orders/rows?desk=fx&id=1")).Content.ReadAsStringAsync());
        Assert.Equal("[]", await _client.GetStringAsync("trading/orders"));
    }

    [Fact]
    public async Task Delete_KeyValuesThatOnlyJoinToTheSameId_TakeNothingOut()
    {
        await PushAsync("orders", """{"desk": "x", "id": "y-z"}""");

        Assert.Equal("""{"removed":0}""", await (await _client.DeleteAsync("api/tables/orders/rows?desk=x-y&id=z")).Content.ReadAsStringAsync());
        Assert.Equal("""{"removed":1}""", await (await _client.DeleteAsync("api/tables/orders/rows?desk=x&id=y-z")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Get_RequiredParameterMissing_Is422AndTheSocketIgnoresIt()
    {
        using var answer = await _client.GetAsync("needy");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("The parameter desk is required.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var socket = await ConnectAsync("needy_ws", """{"params": {}}""", 0);
        await socket.SendAsync("""{"params": {"desk": "fx"}}""");
        await Eventually.HoldsAsync(() => Table("needy").ReaderCount == 1);
        await PushAsync("needy", """{"id": 1, "desk": "fx"}""");
        Assert.Equal(1, (await socket.ReceiveAsync())["id"].Number);
    }

    [Fact]
    public async Task Tables_Listed_SayShapeRowsAndReaders()
    {
        await PushAsync("trades", """{"p": 1}""");

        var tables = JsonText.Parse(await _client.GetStringAsync("api/tables"));

        Assert.Equal(["quotes", "needy", "orders", "trades"], tables.List.Select(static table => table["name"].Text));
        Assert.Equal(1, tables.List[3]["rows"].Number);
        Assert.Equal("trading/orders_ws", tables.List[2]["wsEndpoint"].Text);
    }

    [Fact]
    public async Task Foreign_Pages_MayReadListedAndNeverWrite()
    {
        using var read = new HttpRequestMessage(HttpMethod.Get, "trades");
        read.Headers.Add("Origin", "https://pro.openbb.co");
        Assert.Equal("https://pro.openbb.co", (await _client.SendAsync(read)).Headers.GetValues("Access-Control-Allow-Origin").Single());

        using var write = new HttpRequestMessage(HttpMethod.Post, "api/tables/trades/rows") { Content = new StringContent("{}") };
        write.Headers.Add("Origin", "https://pro.openbb.co");
        Assert.Equal(HttpStatusCode.Forbidden, (await _client.SendAsync(write)).StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => SocketClient.ConnectAsync(SocketAddress("trades_ws"), "https://evil.example"));
    }

    [Theory]
    [InlineData("Tables:bad name:Key:0", "id", "must have a name of letters")]
    [InlineData("Tables:quotes:Key:0", "id", "which is built in")]
    [InlineData("Tables:t:Endpoint", "widgets.json", "that this host does not use itself")]
    [InlineData("Tables:t:Endpoint", "api/x", "that this host does not use itself")]
    [InlineData("Tables:t:Endpoint", "trades", "must be another path than")]
    [InlineData("Tables:t:MaxRows", "0", "Tables:t:MaxRows")]
    [InlineData("Ingest:Keys:0", "short", "Ingest:Keys:0 must be at least 16")]
    public void Validate_WrongSetting_NamesTheKey(string key, string value, string problem)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create(key, (string?)value), KeyValuePair.Create("Tables:trades:Keep", (string?)"3")])
            .Build();
        var tables = new TablesOptions();
        var ingest = new IngestOptions();
        configuration.Bind(TablesOptions.SectionName, tables);
        configuration.Bind(IngestOptions.SectionName, ingest);

        var failures = new TablesOptionsValidator().Validate(null, tables).Failures ?? [];

        var message = Assert.Single(failures.Concat(new IngestOptionsValidator().Validate(null, ingest).Failures ?? []).Take(1));
        Assert.Contains(problem, message, StringComparison.Ordinal);
        Assert.DoesNotContain("short", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_Set_OnlyTheirHoldersWrite()
    {
        const string Key = "a-key-of-some-length";
        await using var host = new StudioFactory(("Tables:t:Key:0", "id"), ("Ingest:Keys:0", "another-key-that-is-long"), ("Ingest:Keys:1", Key));
        using var client = new HttpClient { BaseAddress = host.Address };

        using var without = await client.PostAsync("api/tables/t/rows", new StringContent("""{"id": 1}"""));
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal("Bearer", without.Headers.WwwAuthenticate.ToString());
        client.DefaultRequestHeaders.Authorization = new("Bearer", Key + "x");
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.DeleteAsync("api/tables/t/rows?id=1")).StatusCode);
        client.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("api/tables/t/rows", new StringContent("""{"id": 1}"""))).StatusCode);
    }

    private LiveTable Table(string name) => _host.Services.GetRequiredService<LiveTables>().Find(name)!.Table;

    private Uri SocketAddress(string path) => new(_host.Address, path);

    private async Task<string> PushAsync(string table, string rows)
    {
        using var answer = await _client.PostAsync($"api/tables/{table}/rows", new StringContent(rows, Encoding.UTF8, "application/json"));
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<SocketClient> ConnectAsync(string path, string message, int readers)
    {
        var client = await SocketClient.ConnectAsync(SocketAddress(path));
        await client.SendAsync(message);
        var table = _host.Services.GetRequiredService<LiveTables>().ByWsEndpoint(path)!.Table;
        await Eventually.HoldsAsync(() => table.ReaderCount == readers);
        return client;
    }

    /// <summary>A body that goes out text by text, when the test says so.</summary>
    private sealed class StreamedContent : HttpContent
    {
        private readonly Channel<string> _texts = Channel.CreateUnbounded<string>();

        public StreamedContent() => Headers.ContentType = new("application/x-ndjson");

        public void Send(string text) => _texts.Writer.TryWrite(text);

        public void End() => _texts.Writer.Complete();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await foreach (var text in _texts.Reader.ReadAllAsync())
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
