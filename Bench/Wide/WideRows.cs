using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace LiveGridStudio.Bench.Wide;

/// <summary>1 000 columns x 3 000 rows of small numbers: the first column pinned left, the last one right, a 25th of the others show their changes.</summary>
internal static class WideRows
{
    public const int Columns = 1000;
    public const int Rows = 3000;

    /// <summary>One column in this many shows its changes.</summary>
    private const int Stride = 25;

    private static readonly JsonEncodedText[] Names =
        [.. Enumerable.Range(0, Columns).Select(static i => JsonEncodedText.Encode(i.ToString("'c'0", CultureInfo.InvariantCulture)))];

    public static string Widgets()
    {
        var columns = Enumerable.Range(0, Columns).Select(static i => i switch
        {
            0 => """{"field":"c0","headerName":"Row","pinned":"left","width":90}""",
            Columns - 1 => $$"""{"field":"c{{i}}","headerName":"C{{i}}","pinned":"right","width":90}""",
            _ when i % Stride == 1 => $$"""{"field":"c{{i}}","headerName":"C{{i}}","renderFn":"showCellChange"}""",
            _ => $$"""{"field":"c{{i}}","headerName":"C{{i}}"}""",
        });
        return $$$"""
            {"wide":{"name":"Wide","description":"1 000 columns","category":"Bench","type":"live_grid","endpoint":"rows","wsEndpoint":"ws",
             "gridData":{"w":40,"h":20},"data":{"wsRowIdColumn":"c0","table":{"showAll":true,"columnsDefs":[{{{string.Join(',', columns)}}}]} } } }
            """;
    }

    public static byte[] All()
    {
        var body = new ArrayBufferWriter<byte>(32 * 1024 * 1024);
        using var json = new Utf8JsonWriter(body);
        json.WriteStartArray();
        for (var row = 0; row < Rows; row++)
        {
            json.WriteStartObject();
            json.WriteNumber(Names[0], row);
            for (var i = 1; i < Columns; i++)
            {
                json.WriteNumber(Names[i], Value(row, i, 0));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        return body.WrittenSpan.ToArray();
    }

    /// <summary>Writes new values for each column that shows its changes, in one of every <paramref name="turns"/> rows.</summary>
    public static void WriteFrame(Utf8JsonWriter json, int turn, int turns)
    {
        json.WriteStartArray();
        for (var row = turn % turns; row < Rows; row += turns)
        {
            json.WriteStartObject();
            json.WriteNumber(Names[0], row);
            for (var i = 1; i < Columns; i += Stride)
            {
                json.WriteNumber(Names[i], Value(row, i, turn));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
    }

    private static int Value(int row, int column, int turn) => 10 + (((row * 7) + (column * 13) + (turn * 31)) % 90);
}
