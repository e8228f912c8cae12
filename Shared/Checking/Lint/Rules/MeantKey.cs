using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Checking.Validation.Rules;
using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>What an author probably meant by a key that Workspace drops.</summary>
/// <param name="Words">What to do, in a sentence.</param>
/// <param name="Repair">Does it, wherever the key stands in the widget.</param>
internal sealed record MeantKey(string Words, Func<JsValue, JsValue> Repair)
{
    private static readonly string[] CellTypes = ["text", "number", "boolean", "date", "dateString", "object"];

    private static readonly Dictionary<(KeyPlace, string), string> Renamed = new()
    {
        [(KeyPlace.Table, "columns")] = "columnsDefs",
        [(KeyPlace.Table, "columnDefinitions")] = "columnsDefs",
        [(KeyPlace.Column, "name")] = "headerName",
        [(KeyPlace.Column, "label")] = "headerName",
        [(KeyPlace.Column, "title")] = "headerName",
        [(KeyPlace.Column, "header")] = "headerName",
        [(KeyPlace.Column, "key")] = "field",
        [(KeyPlace.Column, "tooltip")] = "headerTooltip",
        [(KeyPlace.Column, "format")] = "formatterFn",
        [(KeyPlace.Column, "formatter")] = "formatterFn",
        [(KeyPlace.Param, "default")] = "value",
        [(KeyPlace.Param, "defaultValue")] = "value",
        [(KeyPlace.Param, "default_value")] = "value",
        [(KeyPlace.Param, "name")] = "paramName",
        [(KeyPlace.Param, "title")] = "label",
        [(KeyPlace.Param, "choices")] = "options",
        [(KeyPlace.Param, "tooltip")] = "description",
        [(KeyPlace.Param, "help")] = "description",
    };

    /// <summary>Null when nothing is near.</summary>
    public static MeantKey? Of(KeyPlace place, string key, JsValue owner) => place switch
    {
        KeyPlace.Column when key == "type" => CellType(owner),
        KeyPlace.Column when SchemaKeys.RenderParams.Contains(key) => Into(place, key, "renderFnParams"),
        KeyPlace.Data when key is "columnsDefs" or "columnDefs" or "columns" => Columns(key),
        KeyPlace.Data when SchemaKeys.Table.Contains(key) => Into(place, key, "table"),
        KeyPlace.Data or KeyPlace.Table when SchemaKeys.Widget.Contains(key) && key != "data" => Up(place, key, "the widget itself", []),
        KeyPlace.Table when SchemaKeys.Data.Contains(key) && key != "table" => Up(place, key, "data", ["data"]),
        KeyPlace.Param when key is "optionsEndpoint" or "optionsParams" && owner["type"].Text is not "form" => OfEndpoint(),
        _ => Near(place, key, owner),
    };

    private static MeantKey? Near(KeyPlace place, string key, JsValue owner)
    {
        var known = place switch
        {
            KeyPlace.Data => SchemaKeys.Data,
            KeyPlace.Table => SchemaKeys.Table,
            KeyPlace.Column => SchemaKeys.Column,
            _ => SchemaKeys.ParamOf(owner["type"].Text ?? "text"),
        };
        var near = Renamed.GetValueOrDefault((place, key)) ?? NearWord.Of(key, [.. known.Where(name => !owner.Object.Has(name))]);
        return near is null || owner.Object.Has(near) ? null : new MeantKey(
            $"Write {ValueWords.Quote(near)}.",
            widget => KeyPlaces.Change(widget, place, other => Rename(other, key, near)));
    }

    private static MeantKey CellType(JsValue column)
    {
        var type = column["type"].Text is { } text ? CellTypes.Contains(text) ? text : NearWord.Of(text, CellTypes) : null;
        return new MeantKey(
            type is null
                ? $"The type of a column's values is \"cellDataType\": one of {string.Join(", ", CellTypes)}."
                : $"Write \"cellDataType\": {ValueWords.Quote(type)}.",
            widget => KeyPlaces.Change(widget, KeyPlace.Column, static other =>
            {
                var own = other["type"].Text is { } given ? CellTypes.Contains(given) ? given : NearWord.Of(given, CellTypes) : null;
                var rest = other.Object.Without("type");
                return own is null || rest.Has("cellDataType") ? rest : rest.With("cellDataType", own);
            }));
    }

    private static MeantKey Columns(string key) => new(
        "Columns belong into data.table.columnsDefs.",
        widget => JsEdit.Change(widget, ["data"], data =>
        {
            var table = data["table"].Object;
            return data.Object.Without(key).With("table", table.Has("columnsDefs") ? table : table.With("columnsDefs", data[key]));
        }));

    private static MeantKey Into(KeyPlace place, string key, string inner) => new(
        $"Put it into {inner}.",
        widget => KeyPlaces.Change(widget, place, owner =>
        {
            if (owner[key].IsUndefined)
            {
                return owner;
            }

            var part = owner[inner].Object;
            return owner.Object.Without(key).With(inner, part.Has(key) ? part : part.With(key, owner[key]));
        }));

    private static MeantKey Up(KeyPlace place, string key, string where, JsStep[] target) => new(
        $"Put it into {where}.",
        widget =>
        {
            var value = place == KeyPlace.Data ? widget["data"][key] : widget["data"]["table"][key];
            var without = KeyPlaces.Change(widget, place, owner => owner.Object.Without(key));
            return JsEdit.Change(without, target, owner => owner.Object.Has(key) ? owner : owner.Object.With(key, value));
        });

    private static MeantKey OfEndpoint() => new(
        "Only a parameter of \"type\": \"endpoint\" has options from an endpoint: set that type.",
        static widget => KeyPlaces.Change(widget, KeyPlace.Param, static param =>
            param["optionsEndpoint"].IsUndefined && param["optionsParams"].IsUndefined ? param : param.Object.With("type", "endpoint")));

    private static JsValue Rename(JsValue owner, string key, string name)
    {
        if (owner[key].IsUndefined)
        {
            return owner;
        }

        return owner.Object.Has(name)
            ? owner.Object.Without(key)
            : JsObject.Create([.. owner.Object.Select(member => member.Key == key ? KeyValuePair.Create(name, member.Value) : member)]);
    }
}
