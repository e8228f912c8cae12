using LiveGridStudio.App.Check;

namespace LiveGridStudio.Bench.Abuse.Bodies;

/// <summary>Thousands of render functions and colour rules, alone and multiplied by the cells.</summary>
internal static class RenderFunctions
{
    private const string Idea = "render functions";

    public static IEnumerable<AbuseCase> Cases =>
    [
        new AbuseBody(Idea, "a million junk names, validated", CheckRoutes.Validate, static () => Names(static _ => "\"j\"", validate: true)),
        new AbuseBody(Idea, "a million junk names, previewed", CheckRoutes.Preview, static () => Names(static _ => "\"j\"", validate: false)),
        new AbuseBody(Idea, "2.6 million numbers, validated", CheckRoutes.Validate, static () => Names(static _ => "1", validate: true)),
        new AbuseBody(Idea, "300 000 good names, previewed", CheckRoutes.Preview, static () =>
            Names(static _ => "\"showCellChange\"", validate: false)),
        new AbuseBody(Idea, "junk colour rules, validated", CheckRoutes.Validate, static () => WidgetsDocuments.Columns(
            static _ => "{\"field\":\"x\",\"headerName\":\"X\",\"renderFn\":\"columnColor\",\"renderFnParams\":{\"colorRules\":["
                + Body.List(1_000_000, static _ => "{}") + "]}}", items: 1)),
        new AbuseBody(Idea, "20 000 colour rules x 100 000 rows", CheckRoutes.Preview, static () =>
            Rules(static i => $"{{\"condition\":\"eq\",\"color\":\"red\",\"value\":{i + 10}}}", 20_000, static _ => "{\"x\":1}")),
        new AbuseBody(Idea, "rules that look for texts within texts", CheckRoutes.Preview, static () => Rules(
            static _ => $"{{\"condition\":\"contains\",\"color\":\"red\",\"value\":\"{new string('a', 200)}b\"}}", 2000,
            static _ => $"{{\"x\":\"{new string('a', 4000)}\"}}")),
        new AbuseBody(Idea, "the same, as many rules as are allowed", CheckRoutes.Preview, static () => Rules(
            static _ => $"{{\"condition\":\"contains\",\"color\":\"red\",\"value\":\"{Pairs(50)}c{Pairs(50)}\"}}", 700,
            static _ => $"{{\"x\":\"{Pairs(2000)}\"}}")),
        new AbuseBody(Idea, "200 columns of 50 rules x 4 000 rows", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head(Body.List(200, static column => Column(
                $"f{column}", Body.List(50, static i => $"{{\"condition\":\"gt\",\"color\":\"red\",\"value\":{i + 10}}}"))))
                + PreviewBody.Row(200) + ",",
            static i => $"{{\"x\":{i},\"f1\":2}}", "]}", items: 4000)),
    ];

    /// <summary>A text in which each second letter may be the start of a part.</summary>
    private static string Pairs(int count) => string.Concat(Enumerable.Repeat("ab", count));

    private static byte[] Names(Func<int, string> name, bool validate)
    {
        const string Column = "{\"field\":\"x\",\"headerName\":\"X\",\"renderFn\":[";
        return validate
            ? Body.Fill(WidgetsDocuments.ColumnsHead + Column, name, "]}" + WidgetsDocuments.ColumnsTail)
            : Body.Fill(PreviewBody.DefinitionHead() + Column, name, "]}]}}},\"rows\":[{\"x\":1}]}");
    }

    private static byte[] Rules(Func<int, string> rule, int count, Func<int, string> row) =>
        Body.Fill(PreviewBody.Head(Column("x", Body.List(count, rule))), row, "]}", items: 100_000);

    private static string Column(string field, string rules) =>
        $"{{\"field\":\"{field}\",\"renderFn\":\"columnColor\",\"renderFnParams\":{{\"colorRules\":[{rules}]}}}}";
}
