using System.Runtime.CompilerServices;

namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>
/// A text of a finding. An interpolated text is built only when the finding will be listed: of a million findings only a thousand are.
/// </summary>
[InterpolatedStringHandler]
internal ref struct LintText
{
    private readonly string? _text;
    private DefaultInterpolatedStringHandler _parts;

    public LintText(int literalLength, int formattedCount, ILintSubject subject, out bool isMade)
    {
        isMade = subject.Log.HasRoom;
        _parts = isMade ? new DefaultInterpolatedStringHandler(literalLength, formattedCount) : default;
    }

    private LintText(string text) => _text = text;

    public static implicit operator LintText(string text) => new(text);

    public void AppendLiteral(string value) => _parts.AppendLiteral(value);

    public void AppendFormatted<T>(T value) => _parts.AppendFormatted(value);

    public override string ToString() => _text ?? _parts.ToStringAndClear();
}
