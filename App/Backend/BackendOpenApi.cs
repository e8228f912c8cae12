using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LiveGridStudio.App.Backend;

/// <summary>What the handlers' signatures cannot say in <c>openapi.json</c>.</summary>
internal static class BackendOpenApi
{
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
