using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>An edited definition that survives a reload.</summary>
/// <param name="Text">The edited text.</param>
/// <param name="Base">Identifies the text that was edited.</param>
internal sealed record KeptDraft(string Text, string Base)
{
    /// <summary>Returns null for a draft without edits.</summary>
    public static string? Write(DefinitionDraft draft) => draft.IsChanged
        ? JsonSerializer.Serialize(new KeptDraft(draft.Text, BaseOf(draft.SavedText)), KeptDraftJsonContext.Default.KeptDraft)
        : null;

    /// <summary>Returns null when the text was not written by <see cref="Write"/>: content of the browser's store is not trusted.</summary>
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
