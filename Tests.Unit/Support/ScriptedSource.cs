using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>A source whose feed and options the test scripts.</summary>
internal sealed class ScriptedSource(TimeProvider timeProvider) : IWidgetSource
{
    public event Action? Changed
    {
        add { }
        remove { }
    }

    public string Name => "Test";

    public string? Backend => null;

    public IReadOnlyList<WidgetDefinition> Widgets => [];

    public IReadOnlyList<string> Problems => [];

    public string? Warning => null;

    public string? OptionsObstacle => null;

    /// <value>The feed of the widget that is shown.</value>
    public ScriptedFeed Feed => Feeds[^1];

    /// <value>All created feeds, in order.</value>
    public List<ScriptedFeed> Feeds { get; } = [];

    /// <value>Prepares each feed before it is used.</value>
    public Action<ScriptedFeed> OnFeed { get; set; } = static _ => { };

    /// <value>The requests for options: the parameter and the query.</value>
    public List<string> Asked { get; } = [];

    public Func<Task<ParamOptionList>> OnOptions { get; set; } = static () => Task.FromResult(new ParamOptionList([]));

    public string? Obstacle(WidgetDefinition widget) => null;

    public IWidgetFeed CreateFeed(WidgetDefinition widget)
    {
        Feeds.Add(new ScriptedFeed(timeProvider));
        OnFeed(Feed);
        return Feed;
    }

    public Task<ParamOptionList> GetOptionsAsync(ParamDefinition param, JsObject query, CancellationToken cancellationToken)
    {
        Asked.Add($"{param.ParamName} {JsonText.Stringify(query)}");
        return OnOptions();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
