using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>An edited definition as it outlives a reload.</summary>
/// <param name="Text">As its author left it.</param>
/// <param name="Base">Tells what it was an edit of.</param>
internal sealed record KeptDraft(string Text, string Base)
{
    /// <summary>Null for a draft with no edits to keep.</summary>
    public static string? Write(DefinitionDraft draft) => draft.IsChanged
        ? JsonSerializer.Serialize(new KeptDraft(draft.Text, BaseOf(draft.SavedText)), KeptDraftJsonContext.Default.KeptDraft)
        : null;

    /// <summary>Null when the text is none of <see cref="Write"/>'s: what the browser has kept is not to be trusted.</summary>
    public static KeptDraft? Read(string? text)
    {
        try
        {
            return text is null ? null
                : JsonSerializer.Deserialize(text, KeptDraftJsonContext.Default.KeptDraft) is { Text: not null, Base: not null } kept ? kept : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether it was an edit of this text.</summary>
    public bool IsOf(string savedText) => Base == BaseOf(savedText);

    private static string BaseOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.Trim())), 0, 8);
}

[JsonSerializable(typeof(KeptDraft))]
internal sealed partial class KeptDraftJsonContext : JsonSerializerContext;
