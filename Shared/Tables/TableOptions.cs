using System.ComponentModel.DataAnnotations;
using LiveGridStudio.Shared.Tables.Sources;

namespace LiveGridStudio.Shared.Tables;

/// <summary>The shape of one live table, as <c>Tables:{name}</c> in the settings has it.</summary>
public sealed class TableOptions
{
    /// <summary>Larger tables and messages are refused, whatever the settings say.</summary>
    public const int MostRows = 1_000_000;

    /// <value>Columns whose values make the row id, in order; empty for a table that appends. Default empty.</value>
    public List<string> Key { get; } = [];

    /// <value>The path of the rows; null for the table's name.</value>
    public string? Endpoint { get; set; }

    /// <value>The path of the socket; null for the table's name with <c>_ws</c>.</value>
    public string? WsEndpoint { get; set; }

    /// <value>Parameter to column. A parameter that is not named here selects by the column of its own name.</value>
    public Dictionary<string, string> Select { get; } = new(StringComparer.Ordinal);

    /// <value>Parameters without which rows are refused and a subscription is ignored.</value>
    public List<string> Required { get; } = [];

    /// <value>Columns that the endpoint has and messages have not.</value>
    public List<string> SnapshotOnly { get; } = [];

    /// <value>Rows at most, 1 to 1 000 000; new ones are refused while it is full. Default 100 000.</value>
    [Range(1, MostRows)]
    public int MaxRows { get; set; } = 100_000;

    /// <value>Newest rows that a table without <see cref="Key"/> keeps, 1 to 1 000 000. Default 10 000.</value>
    [Range(1, MostRows)]
    public int Keep { get; set; } = 10_000;

    /// <value>Where the rows come from. Default push.</value>
    public SourceOptions Source { get; set; } = new();
}
