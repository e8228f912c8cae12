using System.Text.RegularExpressions;
using LiveGridStudio.Shared.Checking.Validation.Schemas;
using static LiveGridStudio.Shared.Checking.Validation.Schemas.Schema;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

internal static partial class ParamRules
{
    private static readonly Schema Scalar = Either(Text, Number, Bool).OrNull();

    /// <summary>The keys that all parameter types share; each type adds its own value.</summary>
    private static readonly ObjectSchema Common = ObjectWith(
        Required("paramName", Text.NotEmpty()),
        Optional("label", Text),
        Optional("description", Anything),
        Optional("multiple", Bool),
        Optional("row", Number),
        Optional("show", Bool),
        Optional("hidden", Bool),
        Optional("style", ObjectWith(
            Optional("popupWidth", NumberBetween(100, 1000)))),
        Optional("options", ListOf(ObjectWith(
            Required("label", Text),
            Optional("value", Scalar)))),
        Optional("multiSelect", Bool),
        Optional("roles", ListOf(Text)),
        Optional("placeholder", Text),
        Optional("query", Text));

    private static readonly ObjectSchema FormInput = Common.With(
        Optional("type", OneOf("date", "boolean", "endpoint", "number", "text", "button")),
        Optional("value", Anything));

    private static readonly Schema NumberValue = Either(
            Number,
            Text.Matching(@"/^-?\d*\.?\d*$/", "digits", static text => Digits().IsMatch(text)))
        .Must(
            static value => value.Text is not ("." or "-" or "-."),
            "expected a number, found a text without digits",
            code: IssueCodes.Type);

    /// <summary>The keys of a parameter, by its type.</summary>
    public static ByNameSchema ByType { get; } = ByName("type",
            OfType("text",
                Optional("value", Text.OrNull()),
                Optional("language", OneOf(Names.Languages).OrNull())),
            OfType("tabs",
                Optional("value", Text.OrNull()),
                Optional("options", ListOf(ObjectWith(
                    Required("label", Text),
                    Optional("value", Text.OrNull()))))),
            OfType("ticker",
                Optional("value", Text.OrNull())),
            OfType("date",
                Optional("value", Text.OrNull())),
            OfType("button",
                Optional("value", Scalar)),
            OfType("number",
                Optional("value", NumberValue.OrNull())),
            OfType("boolean",
                Optional("value", Bool.OrNull())),
            OfType("endpoint",
                Optional("value", Anything),
                Optional("optionsEndpoint", Text),
                Optional("optionsParams", MapOf(Anything)),
                Optional("groupById", Text)),
            OfType("form",
                Optional("paramName", Text),
                Optional("value", Anything),
                Optional("endpoint", Text),
                Optional("method", OneOf("POST", "PUT")),
                Optional("inputParams", ListOf(FormInput))));

    /// <summary>One parameter, already normalised.</summary>
    public static Schema Param { get; } = ByType
        .Must(
            static param => !param["multiple"].Boolean || param["type"].Text == "text",
            "multiple may only be true when type is \"text\"",
            at: "multiple");

    public static Schema Params { get; } = Prepared(static (value, _) => ParamNormalizer.Normalize(value), ListOf(Param)
        .Must(
            static list => list.List.Count(static param => HasRole(param, FileSelector)) <= 1,
            "only one parameter may have the role \"fileSelector\""));

    internal const string FileSelector = "fileSelector";

    internal static bool HasRole(Json.JsValue param, string role) => param["roles"].List.Contains(role);

    private static ObjectSchema OfType(string type, params Key[] own) =>
        Common.With([Required("type", Exactly(type)), .. own]);

    [GeneratedRegex(@"^-?[0-9]*\.?[0-9]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
