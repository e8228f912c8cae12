using LiveGridStudio.App.Check;

namespace LiveGridStudio.Bench.Abuse.Bodies;

/// <summary>The first row has many fields, the others have none: small bodies for a large grid.</summary>
internal static class SparseRows
{
    private const string Idea = "sparse rows";
    private const int Fields = 1024;

    public static IEnumerable<AbuseCase> Cases =>
    [
        new AbuseBody(Idea, "1 024 fields, then {} up to 11 KB", CheckRoutes.Preview, static () => Empty(11 * 1024)),
        new AbuseBody(Idea, "the same, 17 KB", CheckRoutes.Preview, static () => Empty(17 * 1024)),
        new AbuseBody(Idea, "the same, 1 MiB", CheckRoutes.Preview, static () => Empty(1024 * 1024)),
        new AbuseBody(Idea, "the same, 5 MiB", CheckRoutes.Preview, static () => Empty(Body.Most)),
        new AbuseBody(Idea, "the same without row ids", CheckRoutes.Preview, static () => Empty(Body.Most, rowId: "\"\"")),
        new AbuseBody(Idea, "the same as Workspace merges", CheckRoutes.Preview, static () =>
            Body.Fill(PreviewBody.Head() + PreviewBody.Row(Fields) + ",", static _ => "{}", "],\"merge\":\"workspace\"}")),
        new AbuseBody(Idea, "970 x 970, just under a million cells", CheckRoutes.Preview, static () =>
            Body.Fill(PreviewBody.Head() + PreviewBody.Row(970) + ",", static _ => "{}", "]}", items: 970)),
        new AbuseBody(Idea, "the columns declared, rows of {\"x\":1}", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head(Body.List(Fields, static i => $"{{\"field\":\"f{i}\"}}")) + PreviewBody.Row(Fields) + ",",
            static _ => "{\"x\":1}", "]}")),
        new AbuseBody(Idea, "declared and flashing, each row its own id", CheckRoutes.Preview, static () => Body.Fill(
            PreviewBody.Head(Body.List(Fields, static i => $"{{\"field\":\"f{i}\",\"renderFn\":\"showCellChange\"}}"))
                + PreviewBody.Row(Fields) + ",",
            static i => $"{{\"x\":{i + 2}}}", "]}")),
        new AbuseBody(Idea, "a field of its own in each row", CheckRoutes.Preview, static () =>
            Body.Fill(PreviewBody.Head(), static i => $"{{\"f{i}\":1}}", "]}")),
        new AbuseBody(Idea, "1.7 million {}", CheckRoutes.Preview, static () => Body.Fill(PreviewBody.Head(), static _ => "{}", "]}")),
        new AbuseBody(Idea, "a first row of 400 000 fields", CheckRoutes.Preview, static () =>
            Body.Fill(PreviewBody.Head() + "{", static i => $"\"f{i}\":1", "},{},{},{}]}")),
        new AbuseBody(Idea, "full rows of ten fields", CheckRoutes.Preview, static () =>
            Body.Fill(PreviewBody.Head(), static i => $"{{\"x\":{i},{Body.List(9, static f => $"\"f{f}\":1.5")}}}", "]}")),
    ];

    private static byte[] Empty(int bytes, string rowId = "\"x\"") => Body.Fill(
        PreviewBody.Head(rowId: rowId) + PreviewBody.Row(Fields).Replace("\"x\":1,", "", StringComparison.Ordinal) + ",",
        static _ => "{}", "]}", bytes);
}
