using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Contract.Params;

/// <summary>One parameter of a widget: <c>{"paramName": "symbol", "type": "text", "value": "TSLA"}</c>.</summary>
public sealed record ParamDefinition
{
    public JsValue Raw { get; init; }

    /// <value>Null when absent or not a text.</value>
    public string? ParamName { get; init; }

    /// <value>The given type; when absent or null <c>date</c> for a parameter named <c>date</c>, else <c>text</c>.</value>
    public required string Type { get; init; }

    /// <value>The given label, else the name.</value>
    public string? Label { get; init; }

    /// <value>The default value, converted to the type as Workspace does; null when there is none. See <see cref="ParamValue"/>.</value>
    public JsValue Value { get; init; }

    public JsValue Description { get; init; }

    public bool? Multiple { get; init; }

    public double? Row { get; init; }

    /// <value>False only when the definition says false.</value>
    public bool Show { get; init; } = true;

    public bool? Hidden { get; init; }

    /// <value><c>style.popupWidth</c> in pixels.</value>
    public double? PopupWidth { get; init; }

    public IReadOnlyList<ParamOption> Options { get; init; } = [];

    public bool? MultiSelect { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = [];

    public string? Placeholder { get; init; }

    public string? Query { get; init; }

    /// <value>The language of a <c>text</c>, such as <c>sql</c>.</value>
    public string? Language { get; init; }

    /// <value>The address of an <c>endpoint</c> parameter's options.</value>
    public string? OptionsEndpoint { get; init; }

    public JsObject? OptionsParams { get; init; }

    public string? GroupById { get; init; }

    /// <value>The address to which a <c>form</c> is sent.</value>
    public string? Endpoint { get; init; }

    public string? Method { get; init; }

    /// <value>The fields of a <c>form</c>.</value>
    public IReadOnlyList<ParamDefinition> InputParams { get; init; } = [];

    /// <value>Whether Workspace shows a control for it. The value of a parameter without a control is sent as well.</value>
    public bool IsShown => this is { Show: true, Hidden: not true } && (ParamName?.Length > 0 || Type == "form");

    public static ParamDefinition Read(JsValue raw)
    {
        var name = raw.TextAt("paramName");
        var type = raw.TextAt("type") ?? (name == "date" ? "date" : "text");
        return new ParamDefinition
        {
            Raw = raw,
            ParamName = name,
            Type = type,
            Label = raw.TextAt("label") ?? name,
            Value = ParamValue.Normalise(type, raw["value"]),
            Description = raw["description"],
            Multiple = raw.FlagAt("multiple"),
            Row = raw.NumberAt("row"),
            Show = raw.FlagAt("show") ?? true,
            Hidden = raw.FlagAt("hidden"),
            PopupWidth = raw.ObjectAt("style").NumberAt("popupWidth"),
            Options = raw.ObjectsAt("options", ParamOption.Read),
            MultiSelect = raw.FlagAt("multiSelect"),
            Roles = raw.TextsAt("roles"),
            Placeholder = raw.TextAt("placeholder"),
            Query = raw.TextAt("query"),
            Language = raw.TextAt("language"),
            OptionsEndpoint = raw.TextAt("optionsEndpoint"),
            OptionsParams = raw["optionsParams"] is { IsObject: true } parameters ? parameters.Object : null,
            GroupById = raw.TextAt("groupById"),
            Endpoint = raw.TextAt("endpoint"),
            Method = raw.TextAt("method"),
            InputParams = raw.ObjectsAt("inputParams", Read),
        };
    }

    /// <summary>
    /// The parameters of <c>params</c>. Lists inside the list are rows and are flattened; anything but a list gives no parameters.
    /// </summary>
    public static IReadOnlyList<ParamDefinition> ReadAll(JsValue list)
    {
        var result = new List<ParamDefinition>();
        Collect(list, result);
        return result;
    }

    private static void Collect(JsValue list, List<ParamDefinition> result)
    {
        foreach (var item in list.Elements)
        {
            if (result.Count == WireReading.MostItems)
            {
                return;
            }

            if (item.IsObject)
            {
                result.Add(Read(item));
            }
            else
            {
                Collect(item, result);
            }
        }
    }
}
