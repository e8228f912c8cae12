using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Headless;

/// <summary>Computes how a grid looks at a moment of virtual time, without waiting and without drawing.</summary>
public static class HeadlessPreview
{
    /// <summary>Plays a request up to its <see cref="PreviewRequest.At"/>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limits">The limits; a request beyond them is refused before its rows are made.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static PreviewResult Play(PreviewRequest request, PreviewLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        limits ??= PreviewLimits.Default;
        var model = new GridModel(request.Widget, new GridModelOptions
        {
            MergePolicy = request.MergePolicy,
            DecimalPlaces = request.DecimalPlaces,
            MaxCells = Math.Min(limits.MaxCells, limits.CellsOfAnswer),
            StopsWhenFull = true,
        });
        model.Load(request.Rows, TimeSpan.Zero);
        var counts = default(MergeCounts);
        var batch = new List<FeedFrame>();
        for (var i = 0; !model.IsFull && i < request.Messages.Count && request.Messages[i].At <= request.At; i += batch.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var at = request.Messages[i].At;
            batch.Clear();
            while (i + batch.Count < request.Messages.Count && request.Messages[i + batch.Count].At == at)
            {
                batch.Add(request.Messages[i + batch.Count].Frame);
            }

            counts += model.Apply(batch, at);
        }

        model.Expire(request.At);
        return model.IsFull
            ? PreviewResult.Failed(Excess(model.Asked, limits), isTooLarge: true)
            : new PreviewResult { Grid = model, Counts = counts };
    }

    private static string Excess(CellCount asked, PreviewLimits limits) => asked.Cells > limits.MaxCells
        ? $"{asked}; at most {CellCount.Grouped(limits.MaxCells)}."
        : $"{asked}; an answer of at most {CellCount.Grouped(limits.MaxAnswerBytes)} bytes has no room for more than {CellCount.Grouped(limits.CellsOfAnswer)}.";
}
