namespace LiveGridStudio.Shared.Checking.Validation;

/// <summary>
/// One thing that Workspace refuses: <c>{"widgetId": "prices", "path": "data.table.columnsDefs.0.field", "code":
/// "invalid_type", "message": "expected a text, found the number 5"}</c>.
/// </summary>
public sealed record ValidationIssue
{
    /// <summary>The key of the widget in <c>widgets.json</c>; null for an app.</summary>
    public string? WidgetId { get; init; }

    /// <summary>The index of the app in <c>apps.json</c>, from 0; null for a widget.</summary>
    public int? Index { get; init; }

    /// <summary>The name of the app, or <c>Unknown App</c>; null for a widget.</summary>
    public string? Template { get; init; }

    /// <summary>
    /// The keys and indexes inside the widget or app, joined with dots; empty for the widget or app itself. Indexes of <c>params</c> count
    /// the flattened list.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>The code that Workspace gives: <c>invalid_type</c>, <c>invalid_value</c>, <c>too_small</c>, ...</summary>
    public required string Code { get; init; }

    /// <summary>In plain words: what was expected and what was found. Long values are cut.</summary>
    public required string Message { get; init; }

    /// <value>The name that was probably meant in the place of the value; null for none.</value>
    public string? Near { get; init; }

    /// <summary>Why each option refused the value, when several options are allowed; else empty.</summary>
    public IReadOnlyList<ValidationAlternative> Alternatives { get; init; } = [];
}

/// <param name="Path">Relative to the path of the issue; empty for the value itself.</param>
/// <param name="Code">As in <see cref="ValidationIssue.Code"/>.</param>
/// <param name="Message">In plain words.</param>
public sealed record ValidationAlternative(string Path, string Code, string Message);
