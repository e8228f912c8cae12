using System.Globalization;

namespace LiveGridStudio.Shared.Json.Text;

/// <summary>One value and its place in the text of a document. Places count UTF-16 units from 0.</summary>
/// <param name="Start">First character of the value.</param>
/// <param name="End">The position after its last character.</param>
/// <param name="Kind">The kind of the value.</param>
public sealed record JsonTextNode(int Start, int End, JsKind Kind)
{
    /// <summary>The name as read, without quotes and escapes; null for an element of a list and for the root.</summary>
    public string? Name { get; init; }

    /// <summary>First character of the member, its name included; same as <see cref="Start"/> for all else.</summary>
    public int Place { get; init; } = Start;

    /// <summary>The position after the name; same as <see cref="Place"/> without a name.</summary>
    public int NameEnd { get; init; } = Start;

    /// <summary>Members or elements as written, including repeated names.</summary>
    public IReadOnlyList<JsonTextNode> Children { get; init; } = [];

    public bool IsContainer => Kind is JsKind.Object or JsKind.List;

    /// <summary>The index of a member (the last one of a repeated name) or of an element; -1 when it does not exist.</summary>
    public int IndexOf(string step)
    {
        if (Kind == JsKind.Object)
        {
            for (var i = Children.Count - 1; i >= 0; i--)
            {
                if (Children[i].Name == step)
                {
                    return i;
                }
            }

            return -1;
        }

        return int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < Children.Count
            ? index
            : -1;
    }
}
