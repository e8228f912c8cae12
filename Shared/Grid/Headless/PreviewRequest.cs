using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Grid.Headless;

/// <summary>What a headless preview is asked: <c>{"widget": {...}, "rows": [...], "messages": [{"at": 0, "data": {...}}]}</c>.</summary>
public sealed record PreviewRequest
{
    public required WidgetDefinition Widget { get; init; }

    /// <value>The endpoint's payload, before the loading rules.</value>
    public JsValue Rows { get; init; }

    /// <value>In order of time; those of one time in the order given.</value>
    public IReadOnlyList<PreviewMessage> Messages { get; init; } = [];

    /// <value>The moment that is shown; later messages do not count.</value>
    public TimeSpan At { get; init; }

    public MergePolicy MergePolicy { get; init; } = MergePolicy.Documented;

    public int DecimalPlaces { get; init; } = GridModelOptions.Default.DecimalPlaces;

    /// <summary>Reads a request; null and a message that names the bad key when it cannot be read.</summary>
    public static PreviewRequest? Read(JsValue request, out string? error) => new PreviewRequestReader(request).Read(out error);
}
