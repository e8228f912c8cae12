using LiveGridStudio.App.Check;

namespace LiveGridStudio.Bench.Abuse.Bodies;

/// <summary>Hundreds of thousands of column definitions.</summary>
internal static class ManyColumns
{
    private const string Idea = "columns";
    private const string End = "]}}},\"rows\":[{\"x\":1}]}";

    public static IEnumerable<AbuseCase> Cases =>
    [
        new AbuseBody(Idea, "300 000, previewed", CheckRoutes.Preview, static () => Fill(static i => $"{{\"field\":\"{i}\"}}")),
        new AbuseBody(Idea, "300 000, validated", CheckRoutes.Validate, static () =>
            WidgetsDocuments.Columns(static i => $"{{\"field\":\"{i}\"}}")),
        new AbuseBody(Idea, "1.7 million {}, previewed", CheckRoutes.Preview, static () => Fill(static _ => "{}")),
        new AbuseBody(Idea, "1.7 million {}, validated", CheckRoutes.Validate, static () => WidgetsDocuments.Columns(static _ => "{}")),
        new AbuseBody(Idea, "2.6 million numbers, validated", CheckRoutes.Validate, static () => WidgetsDocuments.Columns(static _ => "1")),
        new AbuseBody(Idea, "one field again and again, previewed", CheckRoutes.Preview, static () => Fill(static _ => "{\"field\":\"x\"}")),
        new AbuseBody(Idea, "one field again and again, validated", CheckRoutes.Validate, static () =>
            WidgetsDocuments.Columns(static _ => "{\"field\":\"x\",\"headerName\":\"X\"}")),
        new AbuseBody(Idea, "each with a lint of its own, previewed", CheckRoutes.Preview, static () =>
            Fill(static i => $"{{\"field\":\"{i}\",\"renderFn\":\"showCellChange\",\"prefix\":\"$\",\"enableCellChangeWs\":false}}")),
        new AbuseBody(Idea, "1 000 over 5 000 rows", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head(Body.List(1000, static i => $"{{\"field\":\"f{i}\"}}")) + PreviewBody.Row(1000) + ",",
            static i => $"{{\"x\":{i}}}", "]}", items: 5000)),
        new AbuseBody(Idea, "two fields of 2 MB that differ at the end", CheckRoutes.Preview, static () =>
        {
            var name = new string('f', 2_000_000);
            return Body.Of(PreviewBody.Head($"{{\"field\":\"{name}a\"}},{{\"field\":\"{name}b\"}}") + "{\"x\":1}]}");
        }),
    ];

    private static byte[] Fill(Func<int, string> column) => Body.Fill(PreviewBody.DefinitionHead(), column, End);
}
