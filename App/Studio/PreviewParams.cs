using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Studio;

/// <summary>The values of one preview's parameters: those of the definition, until the user chooses others.</summary>
internal sealed class PreviewParams(TimeProvider timeProvider)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Parameters that the user has set. They no longer follow the definition.</summary>
    private readonly HashSet<string> _chosen = new(StringComparer.Ordinal);
    private IReadOnlyList<ParamDefinition> _sendable = [];

    /// <value>Parameters with a control: those that can be sent, and forms, which need no name.</value>
    public IReadOnlyList<ParamDefinition> Shown { get; private set; } = [];

    /// <value>All values chosen so far, by parameter name.</value>
    public IReadOnlyDictionary<string, string> Chosen =>
        _chosen.ToDictionary(static name => name, name => _values.GetValueOrDefault(name, ""));

    /// <value>The values with which the shown rows were requested.</value>
    public JsObject Sent { get; private set; } = JsObject.Empty;

    /// <value>Whether the values differ from those sent.</value>
    public bool HasUnsent => JsValue.FromObject(Sent) != JsValue.FromObject(ToSend());

    /// <param name="widget">The definition to follow from now on. Of several parameters with one name the first counts.</param>
    /// <param name="start">Values that stand in the place of the definition's, by parameter name.</param>
    public void Follow(WidgetDefinition widget, IReadOnlyDictionary<string, string>? start)
    {
        _sendable = WidgetParams.SentBy(widget);
        Shown = [.. widget.Params.Where(static param => param.IsShown).DistinctBy(KeyOf)];
        foreach (var param in _sendable.Where(param => !_chosen.Contains(param.ParamName!)))
        {
            _values[param.ParamName!] = start?.GetValueOrDefault(param.ParamName!) ?? ParamText.Of(param.Value);
        }
    }

    /// <summary>The key of a parameter: its name, or the parameter itself where it has none.</summary>
    public static object KeyOf(ParamDefinition param) => string.IsNullOrEmpty(param.ParamName) ? param : param.ParamName;

    /// <summary>The value as a control shows it.</summary>
    public string ValueOf(ParamDefinition param) => _values.GetValueOrDefault(param.ParamName ?? "", "");

    /// <summary>A parameter that can be sent; null when there is none of that name.</summary>
    public ParamDefinition? Find(string? name) => _sendable.FirstOrDefault(param => param.ParamName == name);

    public void Set(ParamDefinition param, string value)
    {
        _values[param.ParamName!] = value;
        _chosen.Add(param.ParamName!);
    }

    /// <summary>The values as they go out now; they become <see cref="Sent"/>.</summary>
    public JsObject Send() => Sent = ToSend();

    public OptionsQuery OptionsOf(ParamDefinition param) => OptionsQuery.Of(param, _sendable, TextOf, timeProvider);

    private JsObject ToSend() => WidgetParams.Of(_sendable, ValueOf, timeProvider);

    private string TextOf(ParamDefinition param) => ParamText.ToText(param, ValueOf(param), timeProvider);
}
