using Microsoft.AspNetCore.Components.Endpoints;

namespace LiveGridStudio.App.Hosting.Requests;

/// <summary>
/// Reads form bodies before the framework does. The framework reads with a token that ends when the client goes; the server then finds its
/// connection still being read and logs an error with its stack. A body that is read here first ends with an exception instead.
/// </summary>
internal sealed class FormBodies(RequestDelegate next)
{
    /// <summary>A page that is left sends the id of its circuit, a few hundred bytes.</summary>
    private const int MaxBytes = 16 * 1024;

    private static readonly PathString Farewell = "/_blazor/disconnect";

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            await next(context);
            return;
        }

        // The pages of this host have no forms.
        if (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            context.Response.Headers.Allow = $"{HttpMethods.Get}, {HttpMethods.Head}";
            context.CloseAfterAnswer();
            await TypedResults.Problem(
                "A page can only be read: use GET.", statusCode: StatusCodes.Status405MethodNotAllowed).ExecuteAsync(context);
            return;
        }

        if (!request.Path.StartsWithSegments(Farewell, StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        if (await BoundedBody.ReadAsync(request.Body, MaxBytes, CancellationToken.None) is not { } body)
        {
            context.CloseAfterAnswer();
            await TypedResults.Problem(
                $"At most {MaxBytes} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge).ExecuteAsync(context);
            return;
        }

        using var form = new MemoryStream(body, writable: false);
        request.Body = form;
        await next(context);
    }
}
