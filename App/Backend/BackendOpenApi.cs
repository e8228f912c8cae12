using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LiveGridStudio.App.Backend;

/// <summary>Adds to <c>openapi.json</c> what the handlers' signatures cannot express.</summary>
internal static class BackendOpenApi
{
    /// <summary>Writes the product's name and version instead of the assembly's.</summary>
    public static Task DescribeHost(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "Live Grid Studio";
        document.Info.Version = typeof(BackendOpenApi).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
        document.Info.Description = "The OpenBB Workspace contract of a live grid, its checker and its headless preview.";
        return Task.CompletedTask;
    }

    /// <summary>Describes <c>symbol</c>, which the handler reads itself: a missing one gives 422 with a message instead of a plain 400.</summary>
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
