using LiveGridStudio.App.Check;

namespace LiveGridStudio.Bench.Abuse.Bodies;

/// <summary><c>apps.json</c> documents with far too much of something.</summary>
internal static class AppsDocuments
{
    private const string Idea = "apps.json";
    private const string App = "{\"name\":\"n\",\"description\":\"d\",\"allowCustomization\":true,\"img\":\"\",\"img_dark\":\"\",\"img_light\":\"\"";

    public static IEnumerable<AbuseCase> Cases =>
    [
        Case("1.7 million empty apps", static () => Body.Fill("[", static _ => "{}", "]")),
        Case("2.6 million numbers", static () => Body.Fill("[", static _ => "1", "]")),
        Case("50 000 apps", static () => Body.Fill("[", static _ => App + ",\"tabs\":{},\"groups\":[]}", "]")),
        Case("400 000 tabs", static () => Body.Fill($"[{App},\"groups\":[],\"tabs\":{{", static i => $"\"t{i}\":{{}}", "}}]")),
        Case("1.7 million empty places", static () => Layout(static _ => "{}")),
        Case("100 000 widgets in one place", static () => Layout(static i => $"{{\"i\":\"w{i}\",\"x\":0,\"y\":0,\"w\":40,\"h\":9}}")),
        Case("one widget placed 100 000 times", static () => Layout(static i => $"{{\"i\":\"w\",\"x\":0,\"y\":{i},\"w\":40,\"h\":101}}")),
        Case("2 000 places in 1 000 groups", static () => Layout(static i =>
            $"{{\"i\":\"w{i}\",\"x\":0,\"y\":{i},\"w\":1,\"h\":1,\"groups\":[{Body.List(1000, static g => $"\"Group {g}\"")}]}}")),
        Case("1.7 million empty groups", static () => Groups(static _ => "{}")),
        Case("60 000 groups", static () => Groups(static i => $"{{\"name\":\"Group {i}\",\"type\":\"param\",\"paramName\":\"p\",\"widgetIds\":[\"w\"]}}")),
        Case("groups of which some have widgetIds", static () => Groups(static i =>
            i % 2 == 0 ? "{\"name\":\"Group 1\",\"type\":\"param\",\"paramName\":\"p\"}" : "{\"name\":\"Group 1\",\"widgetIds\":[]}")),
        Case("2.6 million numbers as prompts", static () => Body.Fill($"[{App},\"tabs\":{{}},\"groups\":[],\"prompts\":[", static _ => "1", "]}]")),
        Case("400 000 unknown keys", static () => Body.Fill($"[{App},\"tabs\":{{}},\"groups\":[],", static i => $"\"k{i}\":1", "}]")),
        Case("a name of 1 MB and a million issues", static () => Body.Fill(
            "[" + App.Replace("\"n\"", "\"" + new string('n', 1_000_000) + "\"", StringComparison.Ordinal) + ",\"tabs\":{},\"groups\":[",
            static _ => "{}", "]}]")),
    ];

    private static AbuseBody Case(string name, Func<byte[]> make) => new(Idea, name, CheckRoutes.Validate + "?kind=apps", make);

    private static byte[] Layout(Func<int, string> place) => Body.Fill(
        $"[{App},\"groups\":[],\"tabs\":{{\"t\":{{\"id\":\"t\",\"name\":\"t\",\"layout\":[", place, "]}}}]");

    private static byte[] Groups(Func<int, string> group) => Body.Fill($"[{App},\"tabs\":{{}},\"groups\":[", group, "]}]");
}
