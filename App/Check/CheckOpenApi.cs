using System.Text.Json.Nodes;
using LiveGridStudio.Shared.Checking;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LiveGridStudio.App.Check;

/// <summary>
/// Adds to <c>openapi.json</c> what the handlers' signatures cannot express, because they read the query and the body themselves.
/// </summary>
internal static class CheckOpenApi
{
    private const string PreviewExample = """
        {"widget": {"name": "Prices", "description": "", "endpoint": "prices", "type": "live_grid",
                    "data": {"wsRowIdColumn": "symbol", "table": {"columnsDefs": [
                      {"field": "symbol", "headerName": "Symbol"},
                      {"field": "price", "headerName": "Price", "renderFn": "showCellChange"}]}}},
         "rows": [{"symbol": "TSLA", "price": 245}],
         "messages": [{"at": 0, "data": {"symbol": "TSLA", "price": 250.1}}], "at": 500}
        """;

    public static Task DescribeValidate(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "kind",
            In = ParameterLocation.Query,
            Description = "Which document the body is.",
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [JsonValue.Create(DocumentKinds.Widgets), JsonValue.Create(DocumentKinds.Apps)],
                Default = JsonValue.Create(DocumentKinds.Widgets),
            },
        });
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "disable",
            In = ParameterLocation.Query,
            Description = "Rules to switch off, with commas or given several times: LG009, or LG009:prices for one widget.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
        operation.RequestBody = Body(
            "The document, at most 5 MiB; the content type does not matter.", new OpenApiSchema(), example: null);
        return Task.CompletedTask;
    }

    public static Task DescribePreview(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.RequestBody = Body(
            "A widget, its rows and messages, at most 5 MiB; the content type does not matter.",
            new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string> { "widget" },
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["widget"] = Of(JsonSchemaType.Object, "One widget definition."),
                    ["rows"] = new OpenApiSchema { Description = "The endpoint's payload." },
                    ["messages"] = Of(
                        JsonSchemaType.Array,
                        "{\"at\": ms, \"data\": value} or {\"at\": ms, \"frame\": text}; those of one time are one batch."),
                    ["at"] = Of(JsonSchemaType.Number, "The moment shown, in ms of virtual time; default: the last message's."),
                    ["merge"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.String,
                        Enum = [JsonValue.Create("documented"), JsonValue.Create("workspace")],
                        Default = JsonValue.Create("documented"),
                    },
                    ["decimalPlaces"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Integer,
                        Minimum = "0",
                        Maximum = "6",
                        Default = JsonValue.Create(3),
                    },
                },
            },
            JsonNode.Parse(PreviewExample));
        return Task.CompletedTask;
    }

    private static OpenApiSchema Of(JsonSchemaType type, string description) => new() { Type = type, Description = description };

    private static OpenApiRequestBody Body(string description, OpenApiSchema schema, JsonNode? example) => new()
    {
        Required = true,
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/json"] = new() { Schema = schema, Example = example },
        },
    };
}
