namespace LiveGridStudio.Shared.Checking.Validation;

/// <summary>Keys of one widget or app that Workspace does not know: it warns about them and ignores them.</summary>
/// <param name="Name">The name of the widget or app, else its id, else <c>Unknown</c>.</param>
/// <param name="Keys">The keys, in the order of the document.</param>
/// <param name="MoreKeys">Number of further keys that are not listed.</param>
public sealed record UnrecognizedKeys(string Name, IReadOnlyList<string> Keys, int MoreKeys = 0)
{
    /// <summary>The key of the widget in <c>widgets.json</c>; null for an app.</summary>
    public string? WidgetId { get; init; }

    /// <summary>The index of the app in <c>apps.json</c>, from 0; null for a widget.</summary>
    public int? Index { get; init; }
}
