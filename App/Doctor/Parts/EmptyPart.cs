using LiveGridStudio.App.Connect.Reach.Http;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Doctor.Parts;

/// <summary>What the endpoint says when the user empties a parameter: Workspace leaves it out of the query then.</summary>
internal static class EmptyPart
{
    public static async Task RunAsync(StepList steps, DoctorVisit visit, WidgetDefinition widget, CancellationToken cancellationToken)
    {
        var parameters = WidgetParams.DefaultsOf(widget, visit.Clock);
        if (CanBeEmptied(widget, parameters) is not { } param)
        {
            return;
        }

        var name = Ellipsis.Of(param.ParamName!, 60);
        if (WidgetAddress.OfRows(visit.Request.Backend, widget, parameters.Without(param.ParamName!)) is not { } address)
        {
            return;
        }

        var asked = await visit.AskAsync(address, GuardedHttp.MaxRowsBytes, cancellationToken);
        if (asked.Answer is not null)
        {
            steps.Ok("widget.empty", $"Without {name} the endpoint answers too.", asked.Seen);
        }
        else if (asked.Status is >= 400 and < 500)
        {
            steps.Ok("widget.empty", $"Without {name} the endpoint says what is missing. {asked.Fault!.Message}", asked.Seen);
        }
        else
        {
            steps.Warn(
                "widget.empty",
                $"When {name} is emptied, the endpoint fails instead of saying what is missing. {asked.Fault!.Message}",
                "Answer 422 with a detail for the user, or all rows.",
                asked.Seen);
        }
    }

    /// <summary>The first parameter with a text that the user may delete; null when there is none.</summary>
    public static ParamDefinition? CanBeEmptied(WidgetDefinition widget, JsObject parameters) => WidgetParams.SentBy(widget).FirstOrDefault(param =>
        param is { Type: "text" or "ticker" or "number", IsShown: true, Options.Count: 0 } && parameters.Has(param.ParamName!));
}
