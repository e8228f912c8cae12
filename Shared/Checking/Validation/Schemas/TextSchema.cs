using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

internal sealed class TextSchema : Schema
{
    private string _words = "a text";
    private bool _isTrimmed;
    private Func<string, bool>? _matches;
    private bool _formIsType;

    /// <summary>The format as written in the documentation's table of keys; null when any text is allowed.</summary>
    public string? Form { get; private set; }

    public bool IsNotEmpty { get; private set; }

    protected override string Words => _words;

    public TextSchema NotEmpty() => With(text => (text.IsNotEmpty, text._words) = (true, "a text that is not empty"));

    /// <summary>Requires at least one character that is not a blank.</summary>
    public TextSchema NotBlank() => With(text =>
        (text.IsNotEmpty, text._isTrimmed, text._words) = (true, true, "a text that is not blank"));

    /// <param name="form">The pattern, as written in the documentation's table of keys.</param>
    /// <param name="words">The same in words.</param>
    /// <param name="matches">Says whether a text has the form.</param>
    public TextSchema Matching(string form, string words, Func<string, bool> matches) =>
        With(text => (text.Form, text._words, text._matches) = (form, words, matches));

    /// <summary>As <see cref="Matching"/>, but a text of another format is reported as a wrong type.</summary>
    public TextSchema Only(string form, string words, Func<string, bool> matches) =>
        With(text => (text.Form, text._words, text._matches, text._formIsType) = (form, words, matches, true));

    protected override void Check(JsValue value, SchemaCheck check)
    {
        if (!value.TryGetText(out var text))
        {
            check.Expect(Expected, value, IssueCodes.Type);
            // The length check applies to every value that has a length, so that an empty list gives two issues.
            if (IsNotEmpty && LengthOf(value) < 1)
            {
                check.Expect(Expected, value, IssueCodes.TooSmall, continues: true);
            }
        }
        else if (IsNotEmpty && (_isTrimmed ? JsWhitespace.Trim(text) : text).Length == 0)
        {
            check.Expect(Expected, value, IssueCodes.TooSmall, continues: true);
        }
        else if (_matches?.Invoke(text) == false)
        {
            check.Expect(Expected, value, IssueCodes.Format, continues: !_formIsType);
        }
    }

    private static double LengthOf(JsValue value) => value.Kind switch
    {
        JsKind.List => value.List.Count,
        JsKind.Object when value["length"].TryGetNumber(out var length) => length,
        _ => double.NaN,
    };

    private TextSchema With(Action<TextSchema> change)
    {
        var copy = (TextSchema)MemberwiseClone();
        change(copy);
        return copy;
    }
}
