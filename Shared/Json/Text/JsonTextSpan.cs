namespace LiveGridStudio.Shared.Json.Text;

/// <summary>A piece of a text as editors count: lines and columns from 1, columns in UTF-16 units, the end not included.</summary>
public readonly record struct JsonTextSpan(int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The first character of a text.</summary>
    public static JsonTextSpan Start { get; } = new(1, 1, 1, 2);
}
