namespace LiveGridStudio.Shared.Checking.Answers;

/// <summary>Whether an endpoint's answer has the shape that the widget's type needs.</summary>
/// <param name="Severity">Null when Workspace shows it; a warning when it shows nothing useful for now; an error when it never will.</param>
/// <param name="Message">What was found, <c>12 rows, 7 columns</c>, or what is wrong with it.</param>
/// <param name="Fix">What to send instead; null when nothing is wrong.</param>
public sealed record AnswerShape(FindingSeverity? Severity, string Message, string? Fix = null)
{
    public static AnswerShape Fine(string message) => new(null, message);

    public static AnswerShape Wrong(string message, string fix) => new(FindingSeverity.Error, message, fix);

    public static AnswerShape Odd(string message, string fix) => new(FindingSeverity.Warning, message, fix);
}
