using LiveGridStudio.App.Studio.List;
using LiveGridStudio.Shared.Checking;

namespace LiveGridStudio.App.Studio;

/// <content>The rules that the user has switched off for the document that is listed.</content>
public sealed partial class StudioState
{
    private RuleSwitches _chosen = RuleSwitches.None;
    private string? _rulesOf;

    /// <value>The rules that the settings switch off. Set by the page.</value>
    internal RuleSwitches SettingsOff { get; init; } = RuleSwitches.None;

    /// <value>Reads from the browser which rules are off for a document. Set by the page.</value>
    internal Func<string, Task<RuleSwitches>>? ReadRules { get; set; }

    /// <value>Stores in the browser which rules are off for a document. Set by the page.</value>
    internal Func<string, RuleSwitches, Task>? KeepRules { get; set; }

    /// <value>The rules that are off, by the user and by the settings.</value>
    public RuleSwitches Off => _chosen.With(SettingsOff);

    /// <summary>Switches a rule off for one widget, or for the whole document.</summary>
    public Task SwitchOffAsync(string rule, string? widgetId) => SwitchAsync(_chosen.Off(rule, widgetId));

    /// <summary>Switches a rule on again; one that the settings switch off stays off.</summary>
    /// <param name="entry">One of <see cref="RuleSwitches.All"/>.</param>
    public Task SwitchOnAsync(string entry) => SwitchAsync(_chosen.On(entry));

    /// <summary>Reads what the browser has kept for the listed document, once for each.</summary>
    internal async Task FollowRulesAsync()
    {
        var document = Sources.Current.DraftKey;
        if (ReadRules is not { } read || document == _rulesOf)
        {
            return;
        }

        _rulesOf = document;
        var kept = await read(document);
        if (document == _rulesOf)
        {
            Take(kept);
        }
    }

    private async Task SwitchAsync(RuleSwitches chosen)
    {
        Take(chosen);
        if (KeepRules is { } keep)
        {
            await keep(Sources.Current.DraftKey, chosen);
        }
    }

    private void Take(RuleSwitches chosen)
    {
        _chosen = chosen;
        var source = Sources.Current;
        Entries = [.. source.Widgets.Select(widget => WidgetEntry.Of(source.CheckOf(widget), source.Obstacle(widget) is null, Off))];
        Selected = Entries.FirstOrDefault(entry => entry.Widget.Id == Selected?.Widget.Id);
        Preview?.Draft?.Draft?.Switch(Off);
        Changed?.Invoke();
    }
}
