using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Doctor.Parts;

/// <summary>Whether the options of a widget's parameters can be read, and have its default values among them.</summary>
internal static class OptionsPart
{
    public static async Task RunAsync(StepList steps, DoctorVisit visit, WidgetDefinition widget, CancellationToken cancellationToken)
    {
        foreach (var param in widget.Params.Where(static param => !string.IsNullOrEmpty(param.ParamName)).Take(DoctorLimits.Options))
        {
            if (param.Type == "endpoint")
            {
                await AskAsync(steps, visit, widget, param, cancellationToken);
            }
            else if (param.Options.Count > 0)
            {
                Compare(steps, param, param.Options);
            }
        }
    }

    private static async Task AskAsync(
        StepList steps, DoctorVisit visit, WidgetDefinition widget, ParamDefinition param, CancellationToken cancellationToken)
    {
        var query = OptionsQuery.Of(param, widget.Params, static other => ParamText.Of(other.Value), visit.Clock);
        if (query.Obstacle is { } obstacle)
        {
            steps.Skip("widget.options", $"The options of {NameOf(param)} were not asked for. {obstacle}");
            return;
        }

        if (WidgetAddress.OfEndpoint(visit.Request.Backend, param.OptionsEndpoint, query.Values) is not { } address)
        {
            steps.Fail("widget.options", $"The optionsEndpoint of {NameOf(param)} is no address.", "Write a path of the backend, such as symbols.");
            return;
        }

        var asked = await visit.AskAsync(address, GuardedHttp.MaxOptionsBytes, cancellationToken);
        if (asked.Answer is not { } answer)
        {
            if (asked.IsRefusedHere)
            {
                steps.Skip("widget.options", $"The options of {NameOf(param)} were not asked for. {asked.Fault!.Message}");
            }
            else
            {
                steps.Fail("widget.options", $"{NameOf(param)} has no options to choose from. {asked.Fault!.Message}", "Make the optionsEndpoint answer with a list of {\"label\", \"value\"}.", asked.Seen);
            }

            return;
        }

        await CorsPart.AddAsync(steps, visit, "cors.options", $"the options of {NameOf(param)}", answer, asksOthers: false, cancellationToken);
        var list = JsonText.TryParse(answer.Body, out var value, out var error) ? ParamOptionList.Read(value, out var problem) : Refuse(error.ToString(), out problem);
        if (list is null)
        {
            steps.Fail("widget.options", $"{NameOf(param)} has no options to choose from: {problem}.", "Answer with a list of {\"label\", \"value\"}.", asked.Seen);
            return;
        }

        steps.Ok("widget.options", $"{NameOf(param)} has {list.Options.Count} option{(list.Options.Count == 1 ? "" : "s")}.", asked.Seen);
        Compare(steps, param, list.Options);
    }

    private static ParamOptionList? Refuse(string reason, out string? problem)
    {
        problem = $"the answer is not JSON: {reason}";
        return null;
    }

    /// <summary>A value that no option has is sent all the same, and the control shows it as if it were one.</summary>
    private static void Compare(StepList steps, ParamDefinition param, IReadOnlyList<ParamOption> options)
    {
        var offered = options.Select(static option => ParamText.Of(option.Value)).ToHashSet(StringComparer.Ordinal);
        var text = ParamText.Of(param.Value);
        var values = param.MultiSelect == true || param.Value.IsList ? ParamText.Split(text) : text.Length == 0 ? [] : [text];
        var odd = values.Where(value => !offered.Contains(value)).ToList();
        if (odd.Count > 0)
        {
            steps.Warn(
                "widget.defaults",
                $"{NameOf(param)} starts with {Ellipsis.Of(string.Join(", ", odd), 100)}, which is not among its {options.Count} options.",
                "Start with the value of an option, letter for letter.");
        }
    }

    private static string NameOf(ParamDefinition param) => Ellipsis.Of(param.ParamName!, 60);
}
