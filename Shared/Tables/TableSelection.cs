using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Tables;

/// <summary>
/// Which rows a reader wants: for each of some columns the values that it asked for, compared as trimmed texts without case. Immutable.
/// </summary>
public sealed class TableSelection
{
    /// <summary>More values than this of one parameter are not read.</summary>
    public const int MostValues = 10_000;

    private readonly LiveTable? _table;
    private readonly Condition[] _conditions;

    private TableSelection(LiveTable? table, Condition[] conditions) => (_table, _conditions) = (table, conditions);

    /// <summary>All rows.</summary>
    public static TableSelection All { get; } = new(null, []);

    /// <summary>The condition with the fewest values, by which readers are found; null when there is none to rely on.</summary>
    internal (string Column, IReadOnlyList<string> Values)? Narrowest
    {
        get
        {
            var known = _conditions.Where(static condition => condition.IsKnown).OrderBy(static condition => condition.Values.Count);
            return known.FirstOrDefault() is { } first ? (first.Column, first.Values) : null;
        }
    }

    /// <summary>Reads parameters: a value, a comma text or a list selects rows; what is empty or absent selects none out.</summary>
    /// <param name="table">The table; its settings say which parameter selects by which column.</param>
    /// <param name="parameters">
    /// The parameters. One that no setting names selects by the column of its name, from when on the table has such a column.
    /// </param>
    /// <param name="problem">Which required parameter is missing; null when none is.</param>
    /// <returns>Null when there is a problem.</returns>
    public static TableSelection? Read(LiveTable table, JsObject parameters, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(parameters);
        problem = null;
        foreach (var required in table.Options.Required)
        {
            if (Texts(parameters[required]).Count == 0)
            {
                problem = $"The parameter {required} is required.";
                return null;
            }
        }

        var conditions = new List<Condition>();
        foreach (var (name, value) in parameters)
        {
            if (Texts(value) is { Count: > 0 } texts)
            {
                var isNamed = table.Options.Select.TryGetValue(name, out var column);
                column ??= name;
                conditions.Add(new Condition(column, texts, isNamed || table.HasColumn(column)));
            }
        }

        return conditions.Count == 0 ? All : new TableSelection(table, [.. conditions]);
    }

    /// <summary>Rows with one of these values in a column.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">One of its columns.</param>
    /// <param name="values">In the order wanted; without any no row is selected.</param>
    public static TableSelection Of(LiveTable table, string column, IReadOnlyList<string> values) =>
        new(table, [new Condition(column, values, isKnown: true)]);

    /// <summary>Whether a row that matched once matches for good: only key columns are asked for, and those never change.</summary>
    internal bool IsForGood => _conditions.All(condition => condition.IsKnown && _table!.Options.Key.Contains(condition.Column)) && _conditions.Length <= 1;

    /// <summary>How many values are asked for by which readers are found; 1 for all rows.</summary>
    internal int Width => Narrowest is var (_, values) ? values.Count : 1;

    public bool Matches(JsObject row)
    {
        ArgumentNullException.ThrowIfNull(row);
        foreach (var condition in _conditions)
        {
            if (!condition.Has(TextOf(row[condition.Column])) && (condition.IsKnown || _table!.HasColumn(condition.Column)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The values asked for of this column, in the order asked; null when it is not asked for.</summary>
    internal IReadOnlyList<string>? By(string column) => _conditions.FirstOrDefault(condition => condition.Column == column)?.Values;

    /// <summary>A cell as conditions see it.</summary>
    internal static string TextOf(JsValue value) => RowId.PartOf(value).Trim();

    private static List<string> Texts(JsValue value)
    {
        var texts = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in value.IsList ? value.List : [value])
        {
            foreach (var part in item.IsObject || item.IsList ? [] : RowId.PartOf(item).Split(','))
            {
                var text = part.Trim();
                if (text.Length > 0 && texts.Count < MostValues && seen.Add(text))
                {
                    texts.Add(text);
                }
            }
        }

        return texts;
    }

    /// <param name="column">The column.</param>
    /// <param name="values">In the order asked, each once.</param>
    /// <param name="isKnown">Whether the column was known when the parameters were read; else it counts once the table has it.</param>
    private sealed class Condition(string column, IReadOnlyList<string> values, bool isKnown)
    {
        /// <summary>Made when a row is first compared: most readers are found by their values and never compare. Two threads make the same.</summary>
        private HashSet<string>? _set;

        public string Column => column;

        public IReadOnlyList<string> Values => values;

        public bool IsKnown => isKnown;

        public bool Has(string text) => (_set ??= new HashSet<string>(values, StringComparer.OrdinalIgnoreCase)).Contains(text);
    }
}
