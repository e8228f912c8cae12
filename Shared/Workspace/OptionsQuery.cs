using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>
/// What a parameter's <c>optionsEndpoint</c> is asked with: its <c>optionsParams</c>, where <c>"$category"</c> stands for the
/// value that the parameter <c>category</c> has now.
/// </summary>
/// <param name="Values">
/// With the values in the place of the references. A parameter without a value is left out when the reader cannot see that it
/// has none: a hidden one, a switch that was never touched.
/// </param>
/// <param name="Obstacle">Why there is nothing to ask yet, in a sentence; null when there is.</param>
public sealed record OptionsQuery(JsObject Values, string? Obstacle)
{
    /// <summary>Another key means another list.</summary>
    public string Key => JsonText.Stringify(Values);

    /// <param name="param">A parameter of type <c>endpoint</c>.</param>
    /// <param name="all">The widget's parameters.</param>
    /// <param name="valueOf">The value of one of them now, as it goes over the wire; empty for none.</param>
    /// <param name="timeProvider">Tells what <c>$currentDate</c> is.</param>
    public static OptionsQuery Of(
        ParamDefinition param, IEnumerable<ParamDefinition> all, Func<ParamDefinition, string> valueOf, TimeProvider timeProvider)
    {
        var values = new List<KeyValuePair<string, JsValue>>();
        var waitsFor = new List<string>();
        string? stray = null;
        foreach (var (name, value) in param.OptionsParams ?? JsObject.Empty)
        {
            if (value.Text is not ['$', .. var reference])
            {
                values.Add(KeyValuePair.Create(name, value));
            }
            else if (all.FirstOrDefault(other => other.ParamName == reference) is { } other)
            {
                if (valueOf(other) is { Length: > 0 } current)
                {
                    values.Add(KeyValuePair.Create(name, JsValue.FromText(current)));
                }
                else if (other.IsShown && other.Type != "boolean" && other.ParamName != param.ParamName)
                {
                    waitsFor.Add(other.Label ?? reference);
                }
            }
            else if (CurrentDate.Resolve(value.Text!, timeProvider) is { } day)
            {
                values.Add(KeyValuePair.Create(name, JsValue.FromText(day)));
            }
            else
            {
                stray ??= $"optionsParams refers to ${reference}, but the widget has no parameter {reference}.";
            }
        }

        var obstacle = string.IsNullOrWhiteSpace(param.OptionsEndpoint) ? "The parameter has no optionsEndpoint: type the value."
            : stray ?? (waitsFor.Count == 0 ? null : $"Choices come once {string.Join(" and ", waitsFor)} {(waitsFor.Count == 1 ? "has a value." : "have values.")}");
        return new OptionsQuery(JsObject.Create(values), obstacle);
    }
}
