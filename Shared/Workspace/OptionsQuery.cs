using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>
/// The query for a parameter's <c>optionsEndpoint</c>: its <c>optionsParams</c>, in which <c>"$category"</c> stands for the current value
/// of the parameter <c>category</c>.
/// </summary>
/// <param name="Values">
/// The query parameters, with references replaced by values. A parameter without a value is left out when the user cannot see that it is
/// empty: a hidden one, or a switch that was never used.
/// </param>
/// <param name="Obstacle">Why the query cannot be sent yet, in a sentence; null when it can.</param>
public sealed record OptionsQuery(JsObject Values, string? Obstacle)
{
    /// <summary>Identifies the query: queries with different keys give different lists.</summary>
    public string Key => JsonText.Stringify(Values);

    /// <param name="param">A parameter of type <c>endpoint</c>.</param>
    /// <param name="all">The widget's parameters.</param>
    /// <param name="valueOf">The current value of a parameter, as sent; empty for none.</param>
    /// <param name="timeProvider">The clock for <c>$currentDate</c>.</param>
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
