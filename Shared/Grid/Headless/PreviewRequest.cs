using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Grid.Headless;

/// <summary>A request for a headless preview: <c>{"widget": {...}, "rows": [...], "messages": [{"at": 0, "data": {...}}]}</c>.</summary>
public sealed record PreviewRequest
{
    public required WidgetDefinition Widget { get; init; }

    /// <value>The endpoint's payload, before the loading rules.</value>
    public JsValue Rows { get; init; }

    /// <value>In order of time; messages of the same time in the order given.</value>
    public IReadOnlyList<PreviewMessage> Messages { get; init; } = [];

    /// <value>The moment to show; later messages are ignored.</value>
    public TimeSpan At { get; init; }

    public MergePolicy MergePolicy { get; init; } = MergePolicy.Documented;

    public int DecimalPlaces { get; init; } = GridModelOptions.Default.DecimalPlaces;

    /// <summary>Reads a request; when it is invalid, returns null and a message that names the bad key.</summary>
    public static PreviewRequest? Read(JsValue request, out string? error) => new PreviewRequestReader(request).Read(out error);
}
