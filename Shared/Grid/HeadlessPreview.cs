using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid;

/// <summary>Shows how a grid looks at a moment of virtual time; nothing sleeps, nothing is drawn.</summary>
public static class HeadlessPreview
{
    /// <param name="request">The request's document.</param>
    /// <param name="lint">Gives the findings of the answer's <c>lints</c>; null for none.</param>
    public static PreviewResult Run(JsValue request, Func<PreviewRequest, IReadOnlyList<JsValue>>? lint = null) =>
        PreviewRequest.Read(request, out var error) is not { } read
            ? new PreviewResult(default, error)
            : new PreviewResult(Answer(read, lint?.Invoke(read) ?? []), null);

    /// <summary>Runs a request that has been read.</summary>
    /// <param name="request">The request.</param>
    /// <param name="counts">What became of the messages up to the moment that is shown.</param>
    /// <returns>The grid as it is at that moment.</returns>
    public static GridModel Play(PreviewRequest request, out MergeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(request);
        var model = new GridModel(
            request.Widget, new GridModelOptions { MergePolicy = request.MergePolicy, DecimalPlaces = request.DecimalPlaces });
        model.Load(request.Rows, TimeSpan.Zero);
        counts = default;
        var batch = new List<FeedFrame>();
        for (var i = 0; i < request.Messages.Count && request.Messages[i].At <= request.At; i += batch.Count)
        {
            var at = request.Messages[i].At;
            batch.Clear();
            while (i + batch.Count < request.Messages.Count && request.Messages[i + batch.Count].At == at)
            {
                batch.Add(request.Messages[i + batch.Count].Frame);
            }

            counts += model.Apply(batch, at);
        }

        model.Expire(request.At);
        return model;
    }

    private static JsValue Answer(PreviewRequest request, IReadOnlyList<JsValue> lints)
    {
        var model = Play(request, out var counts);
        return JsObject.Create(
            ("columns", JsValue.FromList([.. model.Columns.Select(GridJson.OfColumn)])),
            ("rows", JsValue.FromList([.. model.Rows.Select(row => GridJson.OfRow(row, model.Columns))])),
            ("counts", GridJson.OfCounts(counts)),
            ("lints", JsValue.FromList([.. lints])));
    }
}
