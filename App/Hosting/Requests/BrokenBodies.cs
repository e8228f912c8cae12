using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.WebUtilities;

namespace LiveGridStudio.App.Hosting.Requests;

/// <summary>
/// Answers a request whose body is too slow, too large, cut off or not as announced. The server throws an exception at the reader of the
/// body; without this middleware it would be logged with its stack as an error of the host.
/// </summary>
internal sealed class BrokenBodies(RequestDelegate next, ILogger<BrokenBodies> logger)
{
    private const string Server = "Microsoft.AspNetCore.Server.Kestrel.Core";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception gone) when (gone is ConnectionResetException or ConnectionAbortedException)
        {
            // The client has cut the connection; the request may not be cancelled yet.
            RequestLog.ClientGone(logger, LogText.Of(context.Request.Method), LogText.Of(context.Request.Path));
        }
        catch (BadHttpRequestException broken)
        {
            RequestLog.BodyBroken(logger, LogText.Of(context.Request.Method), LogText.Of(context.Request.Path), broken.StatusCode, broken.Message);
            await AnswerAsync(context, broken);
        }
        catch (IOException broken) when (broken.Source == Server && !context.RequestAborted.IsCancellationRequested)
        {
            // The server throws this exception for a length beyond the range of its number type.
            RequestLog.BodyBroken(
                logger, LogText.Of(context.Request.Method), LogText.Of(context.Request.Path), StatusCodes.Status400BadRequest, broken.Message);
            await AnswerAsync(context, new BadHttpRequestException(broken.Message, StatusCodes.Status400BadRequest, broken));
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            RequestLog.ClientGone(logger, LogText.Of(context.Request.Method), LogText.Of(context.Request.Path));
        }
    }

    private static async Task AnswerAsync(HttpContext context, BadHttpRequestException broken)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.CloseAfterAnswer();
        await TypedResults.Problem(
            Detail(broken), statusCode: broken.StatusCode, title: ReasonPhrases.GetReasonPhrase(broken.StatusCode)).ExecuteAsync(context);
    }

    private static string Detail(BadHttpRequestException broken) => broken.StatusCode switch
    {
        StatusCodes.Status408RequestTimeout => "The body came too slowly.",
        StatusCodes.Status413PayloadTooLarge => "The body is larger than this host reads.",
        _ => "The body ended early or is not sent as its headers say.",
    };
}
