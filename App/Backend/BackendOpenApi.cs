using LiveGridStudio.Shared.Checking.Validation.Schemas;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LiveGridStudio.App.Backend;

/// <summary>What the handlers' signatures cannot say in <c>openapi.json</c>.</summary>
internal static class BackendOpenApi
{
    /// <summary>Name and version of the product instead of those of the program file.</summary>
    public static Task DescribeHost(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "Live Grid Studio";
        document.Info.Version = typeof(BackendOpenApi).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
        document.Info.Description = "The OpenBB Workspace contract of a live grid, its checker and its headless preview.";
        return Task.CompletedTask;
    }

    /// <summary>The handler reads <c>symbol</c> itself, because a missing one gets 422 and a message instead of a bare 400.</summary>
    public static Task DescribeSymbol(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "symbol",
            In = ParameterLocation.Query,
            Required = true,
            Description = "Symbols, separated by commas; case and repeats do not matter.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = "TSLA,AAPL",
        });
        return Task.CompletedTask;
    }
}
