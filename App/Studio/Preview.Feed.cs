using LiveGridStudio.Shared.Contract.Params;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Feeds.Recording;
using LiveGridStudio.Shared.Grid.Session;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Studio;

/// <content>The session of the preview: open while its card is on the page.</content>
public sealed partial class Preview
{
    private Func<Action, Task> _dispatch = static action => Task.Run(action);
    private Action<Exception> _fault = static _ => { };

    /// <summary>The number of allowed origins of option lists. A new number makes failed lists load again.</summary>
    private int _allowed;

    /// <summary>The number of openings. Closing a remote feed takes time, and only the last of several openings counts.</summary>
    private int _turn;

    /// <value>The open session; null before the start, while there is an obstacle, and after the stop.</value>
    public GridSession? Session { get; private set; }

    /// <value>The origins of option lists that the user must allow first. Each change makes a new list.</value>
    public IReadOnlyList<string> OptionsAskFor { get; private set; } = [];

    private bool IsStarted { get; set; }

    /// <summary>Opens the session.</summary>
    /// <param name="dispatch">Runs an action on the circuit's thread.</param>
    /// <param name="fault">Gets the fault that ended a session, on any thread.</param>
    public Task StartAsync(Func<Action, Task> dispatch, Action<Exception> fault)
    {
        (_dispatch, _fault, IsStarted) = (dispatch, fault, true);
        return ReopenAsync();
    }

    /// <summary>Closes the session. The preview can be started again, with the values that were chosen.</summary>
    public async Task StopAsync()
    {
        IsStarted = false;
        _turn++;
        await CloseAsync();
    }

    /// <summary>
    /// The refresh button: sends changed parameters, which only a run button leaves unsent; otherwise reloads the rows.
    /// </summary>
    public Task PressAsync() => HasHeld ? SendAsync() : RefetchAsync();

    public Task RefetchAsync() => Session?.RefreshAsync(Params.Sent) ?? Task.CompletedTask;

    /// <exception cref="FeedException">There are no options; the message gives the reason in plain words.</exception>
    public async Task<ParamOptionList> FetchOptionsAsync(ParamDefinition param, CancellationToken cancellationToken)
    {
        try
        {
            return await Source.GetOptionsAsync(param, Params.OptionsOf(param).Values, cancellationToken);
        }
        catch (FeedException exception) when (exception.AsksFor is { } origin)
        {
            OptionsAskFor = [.. OptionsAskFor.Append(origin).Distinct()];
            Changed?.Invoke();
            throw;
        }
    }

    /// <summary>A key for a list of options. While it stays the same, the list need not be loaded again.</summary>
    public string? KeyOf(OptionsQuery? options) => options is null ? null : $"{options.Key} {_allowed}";

    /// <summary>The user allows an origin. Everything that waited for it is read.</summary>
    public async Task AllowAsync(string origin)
    {
        Source.Gate?.Allow(origin);
        if (OptionsAskFor.Contains(origin))
        {
            OptionsAskFor = [.. OptionsAskFor.Where(other => other != origin)];
            _allowed++;
        }

        Changed?.Invoke();
        if (Session is { AsksFor: not null } session)
        {
            await session.OpenAsync(Params.Sent);
        }
    }

    private Task SendAsync() => Session?.OpenAsync(Params.Send()) ?? Task.CompletedTask;

    /// <summary>Shows another grid over the same feed. A session that opens later uses the widget of that time.</summary>
    private void ShowAnew() => Session?.Replace(_factory.CreateModel(Widget, Policy));

    private async Task ReopenAsync()
    {
        var turn = ++_turn;
        await CloseAsync();
        if (turn != _turn)
        {
            return;
        }

        if (Obstacle is null)
        {
            _feed = new RecordedFeed(Source.CreateFeed(Widget));
            Session = _factory.CreateSession(_feed, Widget, Policy, _dispatch);
            Session.Faulted += _fault;
        }

        Cover();
        SessionChanged?.Invoke();
        Changed?.Invoke();
        if (Session is { } session)
        {
            await session.OpenAsync(Params.Sent);
        }
    }

    private async Task CloseAsync()
    {
        if (Session is { } session)
        {
            Session = null;
            var ending = EndRecordingAsync();
            _feed = null;
            await _factory.CloseAsync(session);
            await ending;
        }
    }
}
