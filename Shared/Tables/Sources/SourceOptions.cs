namespace LiveGridStudio.Shared.Tables.Sources;

/// <summary>Where the rows of one live table come from, as <c>Tables:{name}:Source</c> in the settings has it.</summary>
public sealed class SourceOptions
{
    /// <value><c>push</c>, <c>poll</c>, <c>websocket</c> or <c>replay</c>. Default <c>push</c>.</value>
    public string Type { get; set; } = PushSource.Name;

    /// <value>Of <c>poll</c> and <c>websocket</c>: the address; <c>http</c>, <c>https</c>, <c>ws</c> or <c>wss</c>.</value>
    public string? Url { get; set; }

    /// <value>Of <c>poll</c>: from the start of one request to the start of the next, 100 ms to 1 day. Default 5 s.</value>
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(5);

    /// <value>Of <c>poll</c> and <c>websocket</c>: headers of the request, such as an API key.</value>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <value>Of <c>websocket</c>: texts that are sent, in order, each time that the socket has opened.</value>
    public List<string> Send { get; } = [];

    /// <value>Where the row objects are in an answer or frame, as JMESPath; null for the whole of it.</value>
    public string? Rows { get; set; }

    /// <value>Column to JMESPath within a row object; empty for the object as it is.</value>
    public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);

    /// <value>Which row objects count, as JMESPath within one; null for all.</value>
    public string? Where { get; set; }

    /// <value>Of <c>replay</c>: the recording, relative to the working directory.</value>
    public string? File { get; set; }

    /// <value>Of <c>replay</c>: 2 is twice as fast as it was recorded; 0.01 to 1000. Default 1.</value>
    public double Speed { get; set; } = 1;

    /// <value>Of <c>replay</c>: whether it begins again at its end. Default false.</value>
    public bool Loop { get; set; }
}
