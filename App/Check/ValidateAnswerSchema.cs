namespace LiveGridStudio.App.Check;

/// <summary>Describes the answer of <c>/api/validate</c> in <c>openapi.json</c>; <see cref="CheckJson"/> writes it.</summary>
internal sealed record ValidateAnswerSchema(
    bool Valid,
    string? Failure,
    string? ErrorText,
    IReadOnlyList<ValidateAnswerSchema.Issue> Issues,
    IReadOnlyList<ValidateAnswerSchema.Others> UnrecognizedKeys,
    IReadOnlyList<LintSchema> Lints,
    ValidateAnswerSchema.TotalsSchema Totals)
{
    /// <summary>Only where rules are switched off.</summary>
    public IReadOnlyList<string>? Disabled { get; init; }

    /// <summary>A widget's issue has <c>widgetId</c>, an app's has <c>index</c> and <c>template</c>.</summary>
    internal sealed record Issue(string Path, string Code, string Message)
    {
        public string? WidgetId { get; init; }

        public int? Index { get; init; }

        public string? Template { get; init; }
    }

    /// <summary>With <c>moreKeys</c> where not all keys are listed.</summary>
    internal sealed record Others(string Name, IReadOnlyList<string> Keys)
    {
        public int? MoreKeys { get; init; }
    }

    /// <summary>Total numbers; at most 1000 of each kind are listed.</summary>
    internal sealed record TotalsSchema(int Issues, int Lints, int UnrecognizedKeys);
}

/// <summary>
/// Describes a lint in <c>openapi.json</c>. A widget's has <c>widgetId</c>, an app's has <c>index</c> and <c>template</c>.
/// </summary>
internal sealed record LintSchema(string Rule, string Severity, string Path, string Message, string Fix)
{
    public string? WidgetId { get; init; }

    public int? Index { get; init; }

    public string? Template { get; init; }
}
