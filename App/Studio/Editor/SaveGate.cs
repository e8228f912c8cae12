using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Hosting;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>Applies <c>Studio:SaveEnabled</c>; without that setting saving is on while only this machine can reach the host.</summary>
internal sealed class SaveGate(IOptions<StudioOptions> options, ListenScope scope) : ISaveGate
{
    public string? Refusal => options.Value.SaveEnabled switch
    {
        true => null,
        false => "Saving is switched off by the setting Studio:SaveEnabled.",
        null when scope.IsLoopbackOnly => null,
        null => "Saving is off because other machines can reach this host. Set Studio:SaveEnabled to true to allow it.",
    };
}
