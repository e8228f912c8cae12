using System.Text.RegularExpressions;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Scaffold;

/// <summary>What the values of one column are, as far as the sampled rows show it.</summary>
internal sealed partial class SampleColumn
{
    private const int LongestId = 200;

    private readonly List<JsValue> _values = [];
    private int _nulls;

    public SampleColumn(string field) => (Field, Words) = (field, new ColumnWords(field));

    public string Field { get; }

    public ColumnWords Words { get; }

    /// <value>Whether a value differs between two readings of the same row.</value>
    public bool Changes { get; set; }

    /// <summary>The values that are neither null nor missing.</summary>
    public IReadOnlyList<JsValue> Values => _values;

    public bool IsNumeric => All(static value => value.IsNumber);

    public bool IsBoolean => All(static value => value.IsBoolean);

    public bool IsObject => All(static value => value.IsObject || value.IsList);

    /// <summary>Whether loading turns a text of the column into a number.</summary>
    public bool HasNumberText => _values.Any(static value => value.IsText && NumberText.TryRead(value.Text!, out _));

    /// <summary>Whether all values are texts that loading turns into numbers.</summary>
    public bool IsNumberText => All(static value => value.IsText && NumberText.TryRead(value.Text!, out _));

    public bool IsWhole => All(static value => value.IsNumber && value.Number == Math.Truncate(value.Number));

    public bool HasNegative => _values.Any(static value => value.Number < 0);

    /// <summary>Whether no number is outside of -1 to 1.</summary>
    public bool IsFraction => All(static value => value.IsNumber && Math.Abs(value.Number) <= 1);

    public bool IsYear => Words.IsYear && IsWhole && All(static value => value.Number is >= 1800 and <= 2200);

    /// <summary>Whether the numbers are seconds or milliseconds since 1970.</summary>
    public bool IsEpoch => Words.IsTime && IsWhole && All(static value => value.Number >= 1e8);

    /// <summary>Seconds since 1970, which Workspace shows as a date in the column that is declared as one.</summary>
    public bool IsEpochDate => IsEpoch && Words.Label == "Date" && All(static value => value.Number is >= 1e9 and < 1e10);

    public bool IsDateText => All(static value => value.IsText && IsoDate().IsMatch(value.Text!));

    public bool IsTime => IsEpoch || IsDateText || All(static value => value.IsText && IsoTime().IsMatch(value.Text!));

    /// <summary>Whether every row has a text or a whole number here, of which a row id can be made.</summary>
    public bool MayBeId => _nulls == 0 && All(static value =>
        value.IsText ? value.Text!.Length is > 0 and <= LongestId : value.IsNumber && value.Number == Math.Truncate(value.Number));

    public void Add(JsValue value)
    {
        if (value.IsNullish)
        {
            _nulls++;
        }
        else
        {
            _values.Add(value);
        }
    }

    private bool All(Func<JsValue, bool> test) => _values.Count > 0 && _values.TrueForAll(value => test(value));

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}\z", RegexOptions.None, 1000)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}", RegexOptions.None, 1000)]
    private static partial Regex IsoTime();
}
