using System.Net.Mime;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;

namespace LiveGridStudio.App.Recordings;

internal static class RecordingEndpoints
{
    private const string ContentType = "application/x-ndjson";

    /// <summary>Maps the download of a recording, under the same rule as saving.</summary>
    public static void MapRecordings(this WebApplication app) =>
        app.MapGet("/recordings/{name}", GetAsync)
            .WithTags("Recordings")
            .WithName("Recording")
            .WithSummary("A recording that was made in the studio, one JSON object a line.")
            .Produces(StatusCodes.Status200OK, contentType: ContentType)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> GetAsync(string name, RecordingFolder folder, HttpContext context)
    {
        if (folder.Refusal is { } refusal)
        {
            return TypedResults.Problem(refusal, statusCode: StatusCodes.Status403Forbidden, title: "No recordings here");
        }

        try
        {
            await using var file = folder.Open(name);
            await SendAsync(file, name, context);
            return TypedResults.Empty;
        }
        catch (IOException exception) when (!context.Response.HasStarted)
        {
            return TypedResults.Problem(exception.Message, statusCode: StatusCodes.Status404NotFound, title: "No such recording");
        }
    }

    private static Task SendAsync(FileStream file, string name, HttpContext context)
    {
        // A recording that is still being made grows meanwhile: what it has now is sent.
        var length = file.Length;
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = length;
        context.Response.Headers.ContentDisposition =
            new ContentDispositionHeaderValue(DispositionTypeNames.Attachment) { FileName = name }.ToString();
        context.Response.Headers.CacheControl = "no-store";
        return StreamCopyOperation.CopyToAsync(file, context.Response.Body, length, context.RequestAborted);
    }
}
