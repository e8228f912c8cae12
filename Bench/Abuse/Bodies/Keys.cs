using LiveGridStudio.App.Check;

namespace LiveGridStudio.Bench.Abuse.Bodies;

/// <summary>Keys of objects: repeated, colliding, long, unknown.</summary>
internal static class Keys
{
    private const string Idea = "keys";

    public static IEnumerable<AbuseCase> Cases =>
    [
        new AbuseBody(Idea, "one key a million times, previewed", CheckRoutes.Preview, static () => Row(static _ => "\"a\":1")),
        new AbuseBody(Idea, "one key a million times, validated", CheckRoutes.Validate, static () => Document(static _ => "\"a\":1")),
        new AbuseBody(Idea, "the same with objects, validated", CheckRoutes.Validate, static () => Document(static _ => "\"a\":{}")),
        new AbuseBody(Idea, "keys of one hash, previewed", CheckRoutes.Preview, static () => Row(Colliding)),
        new AbuseBody(Idea, "keys of one hash, validated", CheckRoutes.Validate, static () => Document(Colliding)),
        new AbuseBody(Idea, "whole numbers backwards, previewed", CheckRoutes.Preview, static () => Row(static i => $"\"{4_000_000 - i}\":1")),
        new AbuseBody(Idea, "whole numbers backwards, validated", CheckRoutes.Validate, static () =>
            Document(static i => $"\"{4_000_000 - i}\":1")),
        new AbuseBody(Idea, "one of 5 MiB, previewed", CheckRoutes.Preview, static () =>
            Body.Fill(PreviewBody.Head() + "{\"", static _ => "k", "\":1}]}", separator: "")),
        new AbuseBody(Idea, "one of 5 MiB, validated", CheckRoutes.Validate, static () =>
            Body.Fill("{\"", static _ => "k", "\":1}", separator: "")),
        new AbuseBody(Idea, "one of 5 MiB unknown in a widget", CheckRoutes.Validate, static () =>
            Body.Fill(WidgetsDocuments.Good + ",\"", static _ => "k", "\":1}}", separator: "")),
        new AbuseBody(Idea, "400 000 unknown in a widget", CheckRoutes.Validate, static () =>
            Body.Fill(WidgetsDocuments.Good + ",", static i => $"\"k{i}\":1", "}}")),
        new AbuseBody(Idea, "400 000 unknown in a column", CheckRoutes.Preview, static () =>
            Body.Fill(PreviewBody.DefinitionHead() + "{\"field\":\"x\",", static i => $"\"k{i}\":1", "}]}}},\"rows\":[]}")),
        new AbuseBody(Idea, "an unknown one of 2 KB in each of 2 000 widgets", CheckRoutes.Validate, static () => Body.Fill(
            "{", static i => $"\"w{i}\":{WidgetsDocuments.GoodWidget},\"{new string('k', 2000)}\":1}}", "}")),
        new AbuseBody(Idea, "__proto__ and its like", CheckRoutes.Preview, static () =>
            Row(static i => (i % 3) switch { 0 => "\"__proto__\":{\"a\":1}", 1 => "\"constructor\":{\"prototype\":1}", _ => "\"toString\":1" })),
    ];

    private static byte[] Row(Func<int, string> member) => Body.Fill(PreviewBody.Head() + "{", member, "},{}]}");

    private static byte[] Document(Func<int, string> member) => Body.Fill("{", member, "}");

    private static string Colliding(int index) => $"\"{CollidingKeys.Key(index)}\":1";
}
