using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Studio.List;

/// <summary>One widget of the list.</summary>
/// <param name="Check">The definition and its check.</param>
/// <param name="FindingCount">Number of findings; the same as in the panel of problems.</param>
/// <param name="IsRefused">Whether Workspace refuses it.</param>
/// <param name="IsPreviewed">Whether the page can show its rows.</param>
public sealed record WidgetEntry(WidgetCheck Check, int FindingCount, bool IsRefused, bool IsPreviewed)
{
    private const string NoCategory = "Other";

    public WidgetDefinition Widget => Check.Widget;

    /// <value>The shown name.</value>
    public string Name => Ellipsis.Shown(FullName);

    public string Category => string.IsNullOrWhiteSpace(Widget.Category) ? NoCategory : Widget.Category;

    private string FullName => string.IsNullOrWhiteSpace(Widget.Name) ? Widget.Id : Widget.Name;

    public static WidgetEntry Of(WidgetCheck check, bool isPreviewed, RuleSwitches? off = null)
    {
        ArgumentNullException.ThrowIfNull(check);
        var hidden = off is null or { IsEmpty: true } ? 0 : check.CountOff(off);
        return new WidgetEntry(check, Math.Min(WidgetCheck.MostFindings, check.Count - hidden), check.IsRefused, isPreviewed);
    }

    /// <summary>A copy with the findings of the widget's draft, including those of rows and messages.</summary>
    public WidgetEntry With(DefinitionDraft? draft) =>
        draft is null ? this : this with { FindingCount = draft.Findings.Count, IsRefused = draft.IsRefused };

    /// <summary>Whether every word of the search occurs in name, id, type, category or description.</summary>
    public bool Matches(string search) => search
        .Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .All(word => new[] { FullName, Widget.Id, Widget.Type, Category, Widget.Description ?? "" }
            .Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
}
