namespace LiveGridStudio.Shared.Scaffold;

/// <summary>What a widget definition is made from, besides rows.</summary>
/// <param name="WidgetId">The key of the widget in <c>widgets.json</c>.</param>
/// <param name="Endpoint">The path or address of the rows, without a query.</param>
public sealed record ScaffoldRequest(string WidgetId, string Endpoint)
{
    /// <value>The path or address of the messages; null makes a <c>table</c> instead of a <c>live_grid</c>.</value>
    public string? WsEndpoint { get; init; }

    /// <value>The name that Workspace shows; null makes it from <see cref="WidgetId"/>.</value>
    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <value>Null for a category that says whether the widget is live.</value>
    public string? Category { get; init; }

    /// <value>The columns that make the row id, in order; empty for a feed that appends rows; null to guess them.</value>
    public IReadOnlyList<string>? RowId { get; init; }

    /// <value>Columns that the rows have and messages have not.</value>
    public IReadOnlyList<string> SnapshotOnly { get; init; } = [];

    public IReadOnlyList<ScaffoldParam> Params { get; init; } = [];

    /// <value>
    /// Whether the endpoint ignores parameters that it does not know. Then a hidden one keeps the socket open when all others are emptied.
    /// </value>
    public bool IgnoresUnknownParams { get; init; }
}

/// <summary>A parameter of the endpoint.</summary>
/// <param name="Name">Its name in the query.</param>
public sealed record ScaffoldParam(string Name)
{
    /// <value>The column by which it selects rows; null when it is not known.</value>
    public string? Column { get; init; }

    /// <value>Whether there are no rows without it. It then starts with a value from the rows.</value>
    public bool IsRequired { get; init; }

    /// <value>The value it starts with; null for one from the rows if it is required, else for none.</value>
    public string? Value { get; init; }
}
