using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Grid.Headless;

/// <summary>Reads a <see cref="PreviewRequest"/> and reports the first error.</summary>
internal sealed class PreviewRequestReader(JsValue request)
{
    /// <summary>About 31 years, so that no sum of times leaves the range of a <see cref="TimeSpan"/>.</summary>
    private const double LatestMs = 1e12;

    private const int MostDecimals = 6;

    private const int MostUnreadable = 10_000;

    private string? _error;
    private int _unreadable;

    public PreviewRequest? Read(out string? error)
    {
        var result = ReadAll();
        error = _error;
        return _error is null ? result : null;
    }

    private PreviewRequest? ReadAll()
    {
        if (!request.IsObject)
        {
            return Fail<PreviewRequest>("The request must be an object with \"widget\" and \"rows\".");
        }

        if (!request["widget"].IsObject)
        {
            return Fail<PreviewRequest>("\"widget\" must be an object: one widget definition.");
        }

        var messages = ReadMessages();
        var at = request["at"].IsNullish ? messages is { Count: > 0 } ? messages[^1].At : TimeSpan.Zero : ReadTime(request["at"], "at");
        return new PreviewRequest
        {
            Widget = WidgetDefinition.Read(request["widget"]["widgetId"].Text ?? "preview", request["widget"]),
            Rows = request["rows"],
            Messages = messages ?? [],
            At = at,
            MergePolicy = ReadMerge(),
            DecimalPlaces = ReadDecimalPlaces(),
        };
    }

    private List<PreviewMessage>? ReadMessages()
    {
        var list = request["messages"];
        if (list.IsNullish)
        {
            return null;
        }

        if (!list.IsList)
        {
            return Fail<List<PreviewMessage>>("\"messages\" must be a list of {\"at\": ms, \"data\": value} or {\"at\": ms, \"frame\": text}.");
        }

        var messages = new List<PreviewMessage>(list.List.Count);
        for (var i = 0; i < list.List.Count && _error is null; i++)
        {
            messages.Add(ReadMessage(list.List[i], i));
        }

        for (var i = 1; i < messages.Count; i++)
        {
            if (messages[i].At < messages[i - 1].At)
            {
                // OrderBy is stable: messages of the same time keep their order.
                return [.. messages.OrderBy(static message => message.At)];
            }
        }

        return messages;
    }

    private PreviewMessage ReadMessage(JsValue message, int index)
    {
        if (!message.IsObject)
        {
            Fail<object>($"\"messages.{index}\" must be an object.");
            return default;
        }

        var at = ReadTime(message["at"], "messages", index);
        var hasData = message.Object.Has("data");
        var hasFrame = message.Object.Has("frame");
        if (hasData == hasFrame)
        {
            Fail<object>($"\"messages.{index}\" must have either \"data\" or \"frame\".");
        }
        else if (hasFrame && !message["frame"].IsText)
        {
            Fail<object>($"\"messages.{index}.frame\" must be a text.");
        }

        var frame = hasFrame ? FeedFrame.Parse(message["frame"].Text ?? "") : new FeedFrame(message["data"]);
        if (!frame.IsReadable && ++_unreadable > MostUnreadable)
        {
            // The JSON reader reports errors by throwing, which is slow.
            Fail<object>($"\"messages\" has more than {CellCount.Grouped(MostUnreadable)} frames that are not JSON.");
        }

        return new PreviewMessage(at, frame);
    }

    private TimeSpan ReadTime(JsValue value, string list, int index) =>
        value.IsNumber && value.Number is >= 0 and <= LatestMs
            ? TimeSpan.FromMilliseconds(value.Number)
            : ReadTime(value, $"{list}.{index}.at");

    private TimeSpan ReadTime(JsValue value, string path)
    {
        if (value.IsNumber && value.Number is >= 0 and <= LatestMs)
        {
            return TimeSpan.FromMilliseconds(value.Number);
        }

        Fail<object>($"\"{path}\" must be a number of milliseconds from 0 to 1e12.");
        return default;
    }

    private MergePolicy ReadMerge()
    {
        var value = request["merge"];
        if (!value.IsNullish && MergePolicies.TryRead(value.Text, out var policy))
        {
            return policy;
        }

        if (!value.IsNullish)
        {
            Fail<object>("\"merge\" must be \"documented\" or \"workspace\".");
        }

        return MergePolicy.Documented;
    }

    private int ReadDecimalPlaces()
    {
        var value = request["decimalPlaces"];
        if (value.IsNullish)
        {
            return GridModelOptions.Default.DecimalPlaces;
        }

        if (!value.IsNumber || value.Number is not (>= 0 and <= MostDecimals) || value.Number != Math.Truncate(value.Number))
        {
            Fail<object>($"\"decimalPlaces\" must be a whole number from 0 to {MostDecimals}.");
            return 0;
        }

        return (int)value.Number;
    }

    private T? Fail<T>(string message)
        where T : class
    {
        _error ??= message;
        return null;
    }
}
