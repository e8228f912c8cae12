using System.Text;

namespace LiveGridStudio.Shared.Json.Text;

/// <summary>
/// Formats a document: a list or object that holds only scalars and fits goes on one line, everything else on lines of its own. Scalars and
/// names keep their exact characters.
/// </summary>
internal sealed class JsonTextLayout
{
    private const int MostColumns = 100;

    private readonly string _source;
    private readonly JsonTextStyle _style;
    private readonly StringBuilder _out = new();

    private JsonTextLayout(string source, JsonTextStyle style)
    {
        _source = source;
        _style = style;
    }

    /// <param name="value">The value to write.</param>
    /// <param name="style">The layout of the surrounding text.</param>
    /// <param name="indent">The indentation of the line on which it starts.</param>
    /// <param name="onOneLine">Whether to write one line, whatever its length.</param>
    public static string Write(JsValue value, JsonTextStyle style, string indent, bool onOneLine) =>
        Lay(JsonText.StringifyWhole(value), style, indent, onOneLine, isDocument: false);

    /// <summary>Formats a whole document; its outermost braces are always on lines of their own.</summary>
    public static string WriteDocument(string source, JsonTextStyle style) =>
        Lay(source, style, "", onOneLine: false, isDocument: true);

    private static string Lay(string source, JsonTextStyle style, string indent, bool onOneLine, bool isDocument)
    {
        var layout = new JsonTextLayout(source, style);
        var root = JsonTextTree.ReadValid(source);
        if (onOneLine)
        {
            layout.WriteOnOneLine(root);
        }
        else
        {
            layout.Write(root, indent, isDocument);
        }

        return layout._out.ToString();
    }

    private void Write(JsonTextNode node, string indent, bool isDocument = false)
    {
        if (node.Children.Count == 0 || (!isDocument && FitsOnOneLine(node, indent)))
        {
            WriteOnOneLine(node);
            return;
        }

        var inner = indent + _style.Indent;
        _out.Append(_source[node.Start]);
        for (var i = 0; i < node.Children.Count; i++)
        {
            _out.Append(i == 0 ? "" : ",").Append(_style.NewLine).Append(inner);
            WriteName(node.Children[i]);
            Write(node.Children[i], inner);
        }

        _out.Append(_style.NewLine).Append(indent).Append(_source[node.End - 1]);
    }

    private void WriteOnOneLine(JsonTextNode node)
    {
        if (!node.IsContainer)
        {
            _out.Append(_source, node.Start, node.End - node.Start);
            return;
        }

        var padding = node.Kind == JsKind.Object && node.Children.Count > 0 ? _style.Padding : "";
        _out.Append(_source[node.Start]).Append(padding);
        for (var i = 0; i < node.Children.Count; i++)
        {
            _out.Append(i == 0 ? "" : _style.Comma);
            WriteName(node.Children[i]);
            WriteOnOneLine(node.Children[i]);
        }

        _out.Append(padding).Append(_source[node.End - 1]);
    }

    private void WriteName(JsonTextNode node)
    {
        if (node.Name is not null)
        {
            _out.Append(_source, node.Place, node.NameEnd - node.Place).Append(_style.Colon);
        }
    }

    private bool FitsOnOneLine(JsonTextNode node, string indent)
    {
        var length = indent.Length + (node.NameEnd - node.Place) + (2 * _style.Padding.Length) + 4;
        foreach (var child in node.Children)
        {
            if (child.Children.Count > 0)
            {
                return false;
            }

            length += child.End - child.Start + (child.NameEnd - child.Place) + _style.Colon.Length + _style.Comma.Length;
        }

        return length <= MostColumns;
    }
}
