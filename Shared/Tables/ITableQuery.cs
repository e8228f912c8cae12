using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Tables;

/// <summary>How parameters become rows of a table: one rule for the endpoint, the socket and the page.</summary>
public interface ITableQuery
{
    LiveTable Table { get; }

    /// <summary>The rows that an endpoint answers with.</summary>
    /// <param name="parameters">The parameters; texts as an address has them.</param>
    /// <param name="problem">Why there is no answer, in words that Workspace can show to its user; null when there is one.</param>
    /// <returns>Null when there is a problem.</returns>
    TableSelection? Select(JsObject parameters, out string? problem);

    /// <summary>The rows that a reader is told of from now on.</summary>
    /// <param name="parameters">The parameters as the client sent them.</param>
    /// <param name="problem">Why it is no subscription; null when it is one.</param>
    /// <returns>Null when there is a problem, or nothing to tell of.</returns>
    TableSelection? Subscribe(JsObject parameters, out string? problem);
}

/// <summary>The rule of tables from the settings: parameters select by columns, see <see cref="TableSelection.Read"/>.</summary>
public sealed class TableQuery(LiveTable table) : ITableQuery
{
    public LiveTable Table => table;

    public TableSelection? Select(JsObject parameters, out string? problem) => TableSelection.Read(table, parameters, out problem);

    public TableSelection? Subscribe(JsObject parameters, out string? problem) => TableSelection.Read(table, parameters, out problem);
}
