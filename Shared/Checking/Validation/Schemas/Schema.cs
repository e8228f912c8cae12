using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

/// <summary>
/// Describes the values that are allowed. Schemas are declared once, as lists of keys (<see cref="ObjectWith"/>). They report as
/// Workspace's validation library does: the same codes, at the same paths, and an early failure skips the same later checks.
/// </summary>
internal abstract class Schema
{
    public static Schema Anything { get; } = new AnythingSchema();

    public static Schema Bool { get; } = new BoolSchema();

    public static Schema Number { get; } = new NumberSchema();

    public static TextSchema Text { get; } = new();

    public bool AllowsNull { get; private set; }

    /// <summary>The text after "expected" in a message: "a text", "a number of at least 1000 or false".</summary>
    public string Expected => AllowsNull ? Words + " or null" : Words;

    protected abstract string Words { get; }

    public static Schema OneOf(params string[] names) => new OneOfSchema(names, null);

    /// <param name="words">Used in messages instead of the names when there are too many to list.</param>
    /// <param name="names">The names, compared exactly.</param>
    public static Schema OneOf(string words, string[] names) => new OneOfSchema(names, words);

    public static Schema Exactly(JsValue value) => new ExactlySchema(value);

    public static Schema NumberAtLeast(double min) => new NumberSchema(min);

    public static Schema NumberBetween(double min, double max) => new NumberSchema(min, max);

    public static Schema Either(params Schema[] options) => new EitherSchema(options);

    public static Schema ListOf(Schema element) => new ListSchema(element);

    public static Schema MapOf(Schema value) => new MapSchema(value, null);

    public static Schema MapOf(string[] names, Schema value) => new MapSchema(value, names);

    public static ObjectSchema ObjectWith(params Key[] keys) => new(keys, othersPass: false);

    /// <summary>An object whose unknown keys Workspace keeps; other objects lose theirs.</summary>
    public static ObjectSchema OpenObjectWith(params Key[] keys) => new(keys, othersPass: true);

    /// <summary>Objects whose schema is chosen by the value of one key.</summary>
    public static ByNameSchema ByName(string key, params ObjectSchema[] options) => new ByNameSchema(key, options);

    /// <summary>
    /// A value that Workspace rewrites before checking it. When <paramref name="prepare"/> reports an issue, nothing more is checked.
    /// </summary>
    public static Schema Prepared(Func<JsValue, SchemaCheck, JsValue> prepare, Schema inner) =>
        new PreparedSchema(prepare, inner);

    public static Key Required(string name, Schema schema) => new(name, schema, true);

    public static Key Optional(string name, Schema schema) => new(name, schema, false);

    public Schema OrNull()
    {
        var copy = (Schema)MemberwiseClone();
        copy.AllowsNull = true;
        return copy;
    }

    /// <summary>Adds a rule across the parts of a value; it runs only when all parts have the right types.</summary>
    /// <param name="holds">True when the value passes.</param>
    /// <param name="message">The message when it does not.</param>
    /// <param name="at">The key that the issue names, or null for the value itself.</param>
    /// <param name="code">The issue's code.</param>
    public Schema Must(Func<JsValue, bool> holds, string message, string? at = null, string code = IssueCodes.Custom) =>
        new RefinedSchema(this, holds, message, at, code);

    public void Run(JsValue value, SchemaCheck check)
    {
        if (!(AllowsNull && value.IsNull))
        {
            Check(value, check);
        }
    }

    protected abstract void Check(JsValue value, SchemaCheck check);
}
