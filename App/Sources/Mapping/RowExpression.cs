using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using DevLab.JmesPath;
using DevLab.JmesPath.Expressions;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Sources.Mapping;

/// <summary>One JMESPath expression of the settings, compiled once. For one thread at a time.</summary>
internal sealed partial class RowExpression
{
    private readonly JmesPathExpression _compiled;

    /// <summary>The names of a plain path, <c>data.rows</c>: most expressions are one, and then nothing is converted. Null for others.</summary>
    private readonly string[]? _path;

    private RowExpression(JmesPathExpression compiled, string[]? path) => (_compiled, _path) = (compiled, path);

    /// <value>Whether it only names where the value is, so that nothing has to be converted.</value>
    public bool IsPlain => _path is not null;

    /// <param name="text">The expression.</param>
    /// <param name="expression">Null when the method returns false.</param>
    /// <param name="problem">The parser's message; null when the method returns true.</param>
    public static bool TryCompile(
        string text, [NotNullWhen(true)] out RowExpression? expression, [NotNullWhen(false)] out string? problem)
    {
        (expression, problem) = (null, null);
        try
        {
            expression = new RowExpression(new JmesPath().Parse(text), PlainPath().IsMatch(text) ? text.Trim().Split('.') : null);
            return true;
        }
        catch (Exception exception)
        {
            // The parser throws plain exceptions.
            problem = exception.Message.TrimEnd();
            return false;
        }
    }

    /// <summary>Compiles an expression that was checked at the start.</summary>
    /// <exception cref="FormatException">It is no expression.</exception>
    public static RowExpression? Compile(string? text) => text is null ? null
        : TryCompile(text, out var expression, out var problem) ? expression
        : throw new FormatException($"'{text}' is no JMESPath expression: {problem}");

    /// <summary>The value, JSON null for none.</summary>
    /// <exception cref="FormatException">It cannot be computed from this value; the message says why.</exception>
    public JsValue Of(MappedNode node)
    {
        if (_path is not null)
        {
            var value = node.Value;
            foreach (var name in _path)
            {
                value = value[name];
            }

            return value.IsUndefined ? JsValue.Null : value;
        }

        try
        {
            return JmesToken.ToValue(_compiled.Transform(node.Token));
        }
        catch (Exception exception)
        {
            // Functions throw plain exceptions at arguments of a wrong type, which another server decides.
            throw new FormatException(exception.Message, exception);
        }
    }

    /// <summary>What JMESPath counts as true: everything but null, false, and the empty text, list and object. Zero is true.</summary>
    public static bool IsTruthy(JsValue value) => value.Kind switch
    {
        JsKind.Undefined or JsKind.Null => false,
        JsKind.Boolean => value.Boolean,
        JsKind.Text => value.Text!.Length > 0,
        JsKind.List => value.List.Count > 0,
        JsKind.Object => value.Object.Count > 0,
        _ => true,
    };

    [GeneratedRegex(@"^\s*[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainPath();
}
