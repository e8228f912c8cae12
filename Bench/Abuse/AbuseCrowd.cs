namespace LiveGridStudio.Bench.Abuse;

/// <summary>The same body from many clients at once.</summary>
internal sealed record AbuseCrowd(string Idea, string Name, string Path, int Count, Func<byte[]> Make) : AbuseCase(Idea, Name)
{
    public override AbuseAct Prepare()
    {
        var body = Make();
        return new((long)Count * body.Length, async (address, cancellationToken) =>
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, Count).Select(
                _ => AbuseBody.PostAsync(new Uri(address, Path), body, cancellationToken)));
            return new AbuseAnswer(
                StatusCounts.Text(answers.Select(static answer => answer.Status)),
                answers.Sum(static answer => answer.Sent),
                answers.Sum(static answer => answer.Received));
        });
    }
}
