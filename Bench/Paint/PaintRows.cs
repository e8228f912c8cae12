using System.Buffers;
using System.Text.Json;

namespace LiveGridStudio.Bench.Paint;

/// <summary>
/// The rows of the measured widget: prices that walk at random, and in <c>sent</c> the time at which a row was written:
/// milliseconds of the wall clock modulo a million, so that a grid shows them as a number with three decimals.
/// </summary>
/// <param name="count">Rows.</param>
/// <param name="timeProvider">The clock of <c>sent</c>.</param>
internal sealed class PaintRows(int count, TimeProvider timeProvider)
{
    private const double Wrap = 1e6;

    /// <summary>
    /// From a row to the one that changes next. A prime, so that all come; large, so that neighbours change at times of their own.
    /// </summary>
    private const int Stride = 6151;

    private readonly Random _random = new(7);
    private readonly double[] _opened = [.. Enumerable.Range(0, count).Select(static i => 20.0 + (i * 37 % 480))];
    private readonly double[] _moved = new double[count];
    private readonly long[] _volumes = [.. Enumerable.Range(0, count).Select(static i => 100_000L + (i * 7919 % 900_000))];
    private readonly JsonEncodedText[] _symbols = [.. Enumerable.Range(0, count).Select(static i => JsonEncodedText.Encode($"S{i:D5}"))];

    public const string Widgets =
        """
        {
          "paint": {
            "name": "Paint", "description": "Rows that carry the time they were sent", "category": "Bench",
            "type": "live_grid", "endpoint": "rows", "wsEndpoint": "ws", "gridData": { "w": 40, "h": 20 },
            "data": { "wsRowIdColumn": "symbol", "table": { "showAll": true, "columnsDefs": [
              { "field": "symbol", "headerName": "Symbol", "cellDataType": "text" },
              { "field": "name", "headerName": "Name", "cellDataType": "text", "enableCellChangeWs": false },
              { "field": "sent", "headerName": "Sent", "cellDataType": "number", "renderFn": "showCellChange" },
              { "field": "price", "headerName": "Price", "cellDataType": "number", "renderFn": "showCellChange",
                "renderFnParams": { "colorValueKey": "change" } },
              { "field": "change", "headerName": "Change", "cellDataType": "number", "renderFn": "greenRed" },
              { "field": "change_percent", "headerName": "Change %", "cellDataType": "number", "renderFn": "greenRed" },
              { "field": "volume", "headerName": "Volume", "cellDataType": "number" }
            ] } }
          }
        }
        """;

    /// <summary>Writes all rows, as the data endpoint answers them.</summary>
    public void WriteAll(IBufferWriter<byte> into)
    {
        using var json = new Utf8JsonWriter(into);
        json.WriteStartArray();
        for (var i = 0; i < count; i++)
        {
            WriteRow(json, i, isSnapshot: true);
        }

        json.WriteEndArray();
    }

    /// <summary>Moves some rows and writes them as one frame: a bare object for one row, a list for several.</summary>
    /// <param name="first">Number of the first change; each row's turn comes once in as many changes as there are rows.</param>
    /// <param name="rows">How many, at least one.</param>
    /// <param name="json">Where to; empty before and flushed after.</param>
    public void WriteFrame(long first, int rows, Utf8JsonWriter json)
    {
        if (rows > 1)
        {
            json.WriteStartArray();
        }

        for (var i = 0; i < rows; i++)
        {
            var row = (int)((first + i) * Stride % count);
            Move(row);
            WriteRow(json, row, isSnapshot: false);
        }

        if (rows > 1)
        {
            json.WriteEndArray();
        }

        json.Flush();
    }

    private void Move(int row)
    {
        // At least a cent, so that each message changes each cell.
        var step = Math.Round(0.01 + (_random.NextDouble() * 0.5), 2);
        _moved[row] = Math.Round(_moved[row] + (_moved[row] > 5 ? -step : _moved[row] < -5 || _random.Next(2) == 0 ? step : -step), 2);
        _volumes[row] += _random.Next(100, 1000);
    }

    private void WriteRow(Utf8JsonWriter json, int row, bool isSnapshot)
    {
        json.WriteStartObject();
        json.WriteString("symbol"u8, _symbols[row]);
        if (isSnapshot)
        {
            json.WriteString("name"u8, $"Company number {row}");
        }

        var sent = timeProvider.GetUtcNow() - DateTimeOffset.UnixEpoch;
        json.WriteNumber("sent"u8, Math.Round(sent.TotalMilliseconds % Wrap, 1));
        json.WriteNumber("price"u8, Math.Round(_opened[row] + _moved[row], 2));
        json.WriteNumber("change"u8, _moved[row]);
        json.WriteNumber("change_percent"u8, Math.Round(_moved[row] / _opened[row], 6));
        json.WriteNumber("volume"u8, _volumes[row]);
        json.WriteEndObject();
    }
}
