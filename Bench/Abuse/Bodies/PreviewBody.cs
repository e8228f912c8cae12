namespace LiveGridStudio.Bench.Abuse.Bodies;

/// <summary>The beginnings and ends of requests for a preview.</summary>
internal static class PreviewBody
{
    /// <summary>Up to the first row.</summary>
    /// <param name="columns">Column definitions with commas between them.</param>
    /// <param name="rowId">The JSON value of <c>wsRowIdColumn</c>.</param>
    public static string Head(string columns = "", string rowId = "\"x\"") =>
        Definition(columns, rowId) + ",\"rows\":[";

    /// <summary>Up to the end of the widget.</summary>
    public static string Definition(string columns, string rowId = "\"x\"") =>
        DefinitionHead(rowId) + columns + "]}}}";

    /// <summary>Up to the first column definition; <c>]}}}</c> ends the widget.</summary>
    public static string DefinitionHead(string rowId = "\"x\"") =>
        "{\"widget\":{\"name\":\"n\",\"type\":\"live_grid\",\"data\":{\"wsRowIdColumn\":" + rowId
        + ",\"table\":{\"showAll\":true,\"columnsDefs\":[";

    /// <summary>A row with an id and this many other fields.</summary>
    public static string Row(int fields, string value = "0") =>
        "{\"x\":1," + Body.List(fields, i => $"\"f{i}\":{value}") + "}";
}
