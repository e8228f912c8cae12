using System.Globalization;

namespace LiveGridStudio.Shared.Json.Text;

/// <summary>One value and where it stands in the text of a document. Places count UTF-16 units from 0.</summary>
/// <param name="Start">First character of the value.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="Kind">Object, list, or the scalar's kind.</param>
public sealed record JsonTextNode(int Start, int End, JsKind Kind)
{
    /// <summary>The name as read, without quotes and escapes; null for an element of a list and for the root.</summary>
    public string? Name { get; init; }

    /// <summary>First character of the member, its name included; same as <see cref="Start"/> for all else.</summary>
    public int Place { get; init; } = Start;

    /// <summary>Behind the name; same as <see cref="Place"/> where there is none.</summary>
    public int NameEnd { get; init; } = Start;

    /// <summary>Members or elements as they are written, repeated names included.</summary>
    public IReadOnlyList<JsonTextNode> Children { get; init; } = [];

    public bool IsContainer => Kind is JsKind.Object or JsKind.List;

    /// <summary>The place of a member (the last of a repeated name counts) or of an element; -1 when it is not there.</summary>
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
