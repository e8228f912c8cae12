using LiveGridStudio.App.Check;

namespace LiveGridStudio.Bench.Abuse.Bodies;

/// <summary>Nesting.</summary>
internal static class Depth
{
    private const string Idea = "depth";

    public static IEnumerable<AbuseCase> Cases =>
    [
        new AbuseBody(Idea, "5 million [", CheckRoutes.Validate, static () => Body.Fill("", static _ => "[", "", separator: "")),
        new AbuseBody(Idea, "a million {\"a\":", CheckRoutes.Preview, static () => Body.Fill("", static _ => "{\"a\":", "", separator: "")),
        new AbuseBody(Idea, "cells of 240 lists within one another", CheckRoutes.Preview, static () =>
            Body.Fill(PreviewBody.Head(), static i => $"{{\"x\":{i},\"d\":{Nested("[", "1", "]", 240)}}}", "]}")),
        new AbuseBody(Idea, "cells of 240 objects within one another", CheckRoutes.Preview, static () =>
            Body.Fill(PreviewBody.Head(), static i => $"{{\"x\":{i},\"d\":{Nested("{\"a\":", "1", "}", 240)}}}", "]}")),
        new AbuseBody(Idea, "params within params, previewed", CheckRoutes.Preview, static () => Body.Fill(
            "{\"widget\":{\"name\":\"n\",\"type\":\"live_grid\",\"params\":[", static _ => NestedParam, "]},\"rows\":[]}")),
        new AbuseBody(Idea, "params within params, validated", CheckRoutes.Validate, static () =>
            Body.Fill(WidgetsDocuments.Good + ",\"params\":[", static _ => NestedParam, "]}}")),
        new AbuseBody(Idea, "lists within lists as params, validated", CheckRoutes.Validate, static () =>
            Body.Fill(WidgetsDocuments.Good + ",\"params\":[", static _ => Nested("[", "1", "]", 240), "]}}")),
        new AbuseBody(Idea, "a frame that is nested text", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head() + "],\"messages\":[{\"at\":0,\"frame\":\"", static _ => "[", "\"}]}", separator: "")),
    ];

    private static string NestedParam { get; } =
        Nested("{\"paramName\":\"p\",\"type\":\"form\",\"label\":\"l\",\"description\":\"d\",\"inputParams\":[", "", "]}", 110);

    private static string Nested(string open, string inner, string close, int depth) =>
        Body.Repeat(open, depth) + inner + Body.Repeat(close, depth);
}
