using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables.Sources;

namespace LiveGridStudio.App.Sources.Mapping;

/// <summary>
/// Finds the rows in what another server says, by <c>Rows</c>, <c>Where</c> and <c>Fields</c> of the settings, in this order. Without any of
/// them an object is a row, and a list has rows. For one thread at a time.
/// </summary>
/// <remarks>
/// A column whose expression gives null is left out, so that a table with a key keeps its value: JMESPath does not tell an absent value from
/// null, and streams send only what changed. An object without <c>Fields</c> is taken as it is, nulls included.
/// </remarks>
internal sealed class RowMapping
{
    /// <summary>An expression over a whole answer takes a second for about as many.</summary>
    private const int MostComputedValues = 250_000;

    private readonly RowExpression? _rows;
    private readonly RowExpression? _where;
    private readonly (string Column, RowExpression Expression)[] _fields;

    /// <exception cref="FormatException">An expression is none; the check at the start says so first.</exception>
    public RowMapping(SourceOptions options)
    {
        _rows = RowExpression.Compile(options.Rows);
        _where = RowExpression.Compile(options.Where);
        _fields = [.. options.Fields.Select(static field => (field.Key, RowExpression.Compile(field.Value)!))];
    }

    /// <value>The most values of an answer: fewer where all of it has to be converted to compute <c>Rows</c>.</value>
    public int MostValues => _rows is { IsPlain: false } ? MostComputedValues : JsonAnswer.MaxValues;

    /// <summary>The rows of an answer or frame. What the other server says never makes it throw.</summary>
    public MappedRows Map(JsValue answer)
    {
        JsValue found;
        try
        {
            found = _rows?.Of(new MappedNode(answer)) ?? answer;
        }
        catch (FormatException exception)
        {
            return new MappedRows([], $"Rows could not be computed: {exception.Message}", IsEmpty: true);
        }

        // A condition in Rows, such as channel == 'ticker' && data, gives false.
        if (found.IsNullish || found == JsValue.False)
        {
            return new MappedRows([], null, IsEmpty: true);
        }

        IReadOnlyList<JsValue> entries = found.IsList ? found.List : [found];
        var rows = new List<JsObject>(entries.Count);
        var tally = new MappingTally();
        foreach (var entry in entries)
        {
            if (!entry.IsNullish)
            {
                Add(rows, entry, tally);
            }
        }

        return new MappedRows(rows, tally.ToText(entries.Count), entries.Count == 0);
    }

    private void Add(List<JsObject> rows, JsValue entry, MappingTally tally)
    {
        // With Fields a list may be a row too: exchanges send trades as [price, amount, time].
        if (!entry.IsObject && (_fields.Length == 0 || !entry.IsList))
        {
            tally.CountStranger();
            return;
        }

        var node = new MappedNode(entry);
        var step = nameof(SourceOptions.Where);
        try
        {
            if (_where is not null && !RowExpression.IsTruthy(_where.Of(node)))
            {
                return;
            }

            if (_fields.Length == 0)
            {
                rows.Add(entry.Object);
                return;
            }

            var members = new List<KeyValuePair<string, JsValue>>(_fields.Length);
            foreach (var (column, expression) in _fields)
            {
                step = column;
                if (expression.Of(node) is { IsNullish: false } value)
                {
                    members.Add(KeyValuePair.Create(column, value));
                }
            }

            // A heartbeat, an answer to a subscription: it has none of the columns, and is no row.
            if (members.Count > 0)
            {
                rows.Add(JsObject.Create(members));
            }
        }
        catch (FormatException exception)
        {
            tally.CountFailure(step, exception.Message);
        }
    }
}
