namespace LiveGridStudio.App.Check;

internal static class CheckEndpoints
{
    /// <summary>
    /// Maps the checker and the headless preview. They do not belong to the Workspace contract: pages of other origins cannot read them.
    /// </summary>
    public static void MapCheck(this WebApplication app)
    {
        var check = app.MapGroup("").WithTags("Check")
            .RequireRateLimiting(CheckServiceCollectionExtensions.PlacesPolicy)
            .AddEndpointFilter(AbandonedCheck.End);
        check.MapPost(CheckRoutes.Validate, CheckHandlers.Validate)
            .WithName("Validate")
            .WithSummary("What OpenBB Workspace would refuse in a widgets.json or apps.json, and what it would show wrongly.")
            .Produces<ValidateAnswerSchema>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status408RequestTimeout)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .AddOpenApiOperationTransformer(CheckOpenApi.DescribeValidate);
        check.MapPost(CheckRoutes.Preview, CheckHandlers.Preview)
            .WithName("Preview")
            .WithSummary("How a grid looks at a moment of virtual time, after rows and messages.")
            .Produces<PreviewAnswerSchema>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status408RequestTimeout)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .AddOpenApiOperationTransformer(CheckOpenApi.DescribePreview);
    }
}
