using LiveGridStudio.Shared.Json;
using Newtonsoft.Json.Linq;

namespace LiveGridStudio.App.Sources.Mapping;

/// <summary>A value that expressions look at: converted for JMESPath once, and only if one of them needs it.</summary>
internal sealed class MappedNode(JsValue value)
{
    private JToken? _token;

    public JsValue Value => value;

    public JToken Token => _token ??= JmesToken.Of(value);
}
