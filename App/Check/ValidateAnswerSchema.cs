namespace LiveGridStudio.App.Check;

/// <summary>Describes the answer of <c>/api/validate</c> in <c>openapi.json</c>; <see cref="CheckJson"/> writes it.</summary>
internal sealed record ValidateAnswerSchema(
    bool Valid,
    string? Failure,
    string? ErrorText,
    IReadOnlyList<ValidateAnswerSchema.Issue> Issues,
    IReadOnlyList<ValidateAnswerSchema.Others> UnrecognizedKeys,
    IReadOnlyList<LintSchema> Lints)
{
    /// <summary>A widget's issue has <c>widgetId</c>, an app's has <c>index</c> and <c>template</c>.</summary>
    internal sealed record Issue(string Path, string Code, string Message)
    {
        public string? WidgetId { get; init; }

        public int? Index { get; init; }

        public string? Template { get; init; }
    }

    internal sealed record Others(string Name, IReadOnlyList<string> Keys);
}
