using System.Globalization;
using System.Net.Http.Headers;

namespace LiveGridStudio.Bench.Abuse;

/// <summary>A body sent to a route in one request.</summary>
/// <param name="Path">The path with its query.</param>
/// <param name="Make">Makes the body.</param>
internal sealed record AbuseBody(string Idea, string Name, string Path, Func<byte[]> Make) : AbuseCase(Idea, Name)
{
    public override AbuseAct Prepare()
    {
        var body = Make();
        return new(body.Length, (address, cancellationToken) => PostAsync(new Uri(address, Path), body, cancellationToken));
    }

    /// <summary>Posts a body and counts the bytes of the answer as they arrive.</summary>
    public static async Task<AbuseAnswer> PostAsync(Uri address, byte[] body, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[64 * 1024];
        var received = 0L;
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            received += count;
        }

        return new AbuseAnswer(((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture), body.Length, received);
    }
}
