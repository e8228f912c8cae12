using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Studio.List;

/// <summary>A widget as the list shows it.</summary>
/// <param name="Check">The definition, and what there is to say about it.</param>
/// <param name="FindingCount">As many as the panel of problems has.</param>
/// <param name="IsRefused">Whether Workspace refuses it.</param>
/// <param name="IsPreviewed">Whether the page can show its rows.</param>
public sealed record WidgetEntry(WidgetCheck Check, int FindingCount, bool IsRefused, bool IsPreviewed)
{
    private const string NoCategory = "Other";

    public WidgetDefinition Widget => Check.Widget;

    /// <value>The name as it is shown.</value>
    public string Name => Ellipsis.Shown(FullName);

    public string Category => string.IsNullOrWhiteSpace(Widget.Category) ? NoCategory : Widget.Category;

    private string FullName => string.IsNullOrWhiteSpace(Widget.Name) ? Widget.Id : Widget.Name;

    public static WidgetEntry Of(WidgetCheck check, bool isPreviewed)
    {
        ArgumentNullException.ThrowIfNull(check);
        return new WidgetEntry(check, Math.Min(WidgetCheck.MostFindings, check.Count), check.IsRefused, isPreviewed);
    }

    /// <summary>The same entry with what its draft says now, with the findings of rows and messages.</summary>
    public WidgetEntry With(DefinitionDraft? draft) =>
        draft is null ? this : this with { FindingCount = draft.Findings.Count, IsRefused = draft.IsRefused };

    /// <summary>Whether every word is somewhere in name, id, type, category or description.</summary>
    public bool Matches(string search) => search
        .Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .All(word => new[] { FullName, Widget.Id, Widget.Type, Category, Widget.Description ?? "" }
            .Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
}
