using System.Net.WebSockets;
using System.Text;
using LiveGridStudio.App.Connect.Feed;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Checking.FeedLint;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.App.Doctor.Parts;

/// <summary>Opens a widget's socket as a page of Workspace does, subscribes, and listens.</summary>
internal static class SocketPart
{
    private const string Fix =
        "Open a WebSocket there for the origin https://pro.openbb.co, without headers of its own: a token goes into the query.";

    /// <summary>How long a socket must stay open after a message with an emptied parameter.</summary>
    private static readonly TimeSpan AfterEmpty = TimeSpan.FromSeconds(1);

    /// <returns>The frames that came; empty when the socket did not open.</returns>
    public static async Task<IReadOnlyList<PreviewMessage>> RunAsync(
        StepList steps, DoctorVisit visit, WidgetDefinition widget, FeedRows rows, CancellationToken cancellationToken)
    {
        if (WidgetAddress.OfSocket(visit.Request.Backend, widget) is not { } address)
        {
            steps.Fail("socket.handshake", "The wsEndpoint is no address.", "Write a path of the backend, such as prices_ws, or a whole address.");
            return [];
        }

        if (await OpenAsync(steps, visit, address, cancellationToken) is not { } opened)
        {
            return [];
        }

        var inbox = new FrameInbox(new FrameInboxLimits { MaxFrames = DoctorLimits.Frames, MaxBytes = DoctorLimits.FrameBytes }, visit.Clock);
        using var socket = new FeedSocket(opened, visit.Access, inbox, visit.MaxFrameBytes, visit.Clock);
        return await ListenAsync(steps, visit, widget, rows, socket, inbox, cancellationToken);
    }

    private static async Task<WebSocket?> OpenAsync(StepList steps, DoctorVisit visit, Uri address, CancellationToken cancellationToken)
    {
        var startedAt = visit.Clock.GetTimestamp();
        try
        {
            var socket = await visit.Http.OpenSocketAsync(address, visit.Access, Origin.OfWorkspace, cancellationToken);
            steps.Ok("socket.handshake", "The socket opens for a page of Workspace.", DoctorVisit.Words(visit.Clock.GetElapsedTime(startedAt)));
            return socket;
        }
        catch (ConnectException exception)
        {
            var asked = visit.Failed(exception, startedAt);
            if (asked.IsRefusedHere)
            {
                steps.Skip("socket.handshake", $"Not opened. {exception.Message}");
                return null;
            }

            var needsHeaders = asked.Status is 401 or 403 && visit.Access.HeaderNames.Count > 0;
            steps.Fail(
                "socket.handshake",
                needsHeaders
                    ? $"The socket wants credentials that Workspace cannot give (LG032): a browser sends no headers with a WebSocket. {exception.Message}"
                    : $"The socket cannot be opened, so no value ever changes. {exception.Message}",
                Fix,
                asked.Seen);
            return null;
        }
    }

    private static async Task<IReadOnlyList<PreviewMessage>> ListenAsync(
        StepList steps, DoctorVisit visit, WidgetDefinition widget, FeedRows rows, FeedSocket socket, FrameInbox inbox, CancellationToken cancellationToken)
    {
        var message = WidgetParams.Message(widget, WidgetParams.DefaultsOf(widget, visit.Clock));
        await socket.SubscribeAsync(() => message, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var receiving = socket.ReceiveAsync(stop.Token);
        try
        {
            return await WatchAsync(steps, visit, widget, rows, socket, inbox, message, receiving, cancellationToken);
        }
        finally
        {
            await LeaveAsync(visit, socket, receiving, stop);
        }
    }

    private static async Task<IReadOnlyList<PreviewMessage>> WatchAsync(
        StepList steps,
        DoctorVisit visit,
        WidgetDefinition widget,
        FeedRows rows,
        FeedSocket socket,
        FrameInbox inbox,
        byte[] message,
        Task<string> receiving,
        CancellationToken cancellationToken)
    {
        var startedAt = visit.Clock.GetTimestamp();
        await WaitAsync(visit, receiving, visit.Request.Listen, cancellationToken);
        var took = visit.Clock.GetElapsedTime(startedAt);
        if (receiving.IsCompleted)
        {
            steps.Fail(
                "socket.params",
                $"After the message that subscribes, {await receiving}: Workspace sends it on opening.",
                "Read {\"type\":\"params\",\"params\":{...}}, also without params, and keep the socket open.");
        }
        else
        {
            steps.Ok("socket.params", "The socket takes the message that subscribes.", Ellipsis.Of(Encoding.UTF8.GetString(message), 200));
        }

        var counters = inbox.Counters;
        var frames = new List<FeedFrame>();
        inbox.Drain(frames);
        var messages = MessagesOf(frames);
        if (visit.Request.Listen > TimeSpan.Zero)
        {
            FramesPart.Judge(steps, rows, messages, counters, took);
        }

        if (!receiving.IsCompleted)
        {
            await EmptyAsync(steps, visit, widget, socket, receiving, cancellationToken);
        }

        return messages;
    }

    /// <summary>What the socket does when one of several parameters is emptied. With one alone Workspace closes the socket itself.</summary>
    private static async Task EmptyAsync(
        StepList steps, DoctorVisit visit, WidgetDefinition widget, FeedSocket socket, Task<string> receiving, CancellationToken cancellationToken)
    {
        var parameters = WidgetParams.DefaultsOf(widget, visit.Clock);
        if (EmptyPart.CanBeEmptied(widget, parameters) is not { } param)
        {
            return;
        }

        var name = Ellipsis.Of(param.ParamName!, 60);
        var emptied = parameters.Without(param.ParamName!).With(param.ParamName!, JsValue.FromText(""));
        if (WidgetParams.AreAllEmpty(emptied))
        {
            steps.Ok("socket.empty", $"When {name} is emptied, Workspace closes the socket itself, and opens it with the next refresh.");
            return;
        }

        var message = WidgetParams.Message(widget, emptied);
        await socket.SubscribeAsync(() => message, cancellationToken);
        await WaitAsync(visit, receiving, AfterEmpty, cancellationToken);
        if (receiving.IsCompleted)
        {
            steps.Warn("socket.empty", $"When {name} is emptied, {await receiving}: the rows stand still until they are loaded again.", "Ignore an empty value, or send all rows, and keep the socket open.");
        }
        else
        {
            steps.Ok("socket.empty", $"When {name} is emptied, the socket stays open.");
        }
    }

    private static async Task LeaveAsync(DoctorVisit visit, FeedSocket socket, Task<string> receiving, CancellationTokenSource stop)
    {
        using var patience = new CancellationTokenSource(AfterEmpty, visit.Clock);
        await socket.LeaveAsync(patience.Token);
        await ((Task)receiving.WaitAsync(patience.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await stop.CancelAsync();
        await ((Task)receiving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task WaitAsync(DoctorVisit visit, Task receiving, TimeSpan time, CancellationToken cancellationToken)
    {
        if (time <= TimeSpan.Zero)
        {
            return;
        }

        using var waited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(receiving, Task.Delay(time, visit.Clock, waited.Token));
        await waited.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static List<PreviewMessage> MessagesOf(List<FeedFrame> frames)
    {
        var start = frames.Count == 0 ? default : frames[0].ReceivedAt ?? default;
        return [.. frames.Select(frame => new PreviewMessage((frame.ReceivedAt ?? start) - start, frame))];
    }
}
