using LiveGridStudio.App.Check;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>A headless preview as the command line answers it.</summary>
internal static class PreviewRuns
{
    public static (JsValue Answer, string? Error) Run(JsValue request)
    {
        var (answer, result) = PreviewCheck.Run(request);
        return (answer?.ToJson() ?? default, result.Error);
    }
}
