namespace LiveGridStudio.Shared.Json.Text;

/// <summary>A step that some of the sought paths share.</summary>
internal sealed class JsLocatorNode(JsLocatorNode? parent)
{
    private const int Nowhere = -1;

    private Dictionary<string, JsLocatorNode>? _children;
    private int _place = Nowhere;

    public bool IsLeaf => _children is null;

    /// <summary>Where the step was found, else where its nearest ancestor was.</summary>
    public int Place => _place == Nowhere && parent is not null ? parent.Place : _place;

    public JsLocatorNode? this[string name] => _children?.GetValueOrDefault(name);

    /// <summary>The node of a path that starts here.</summary>
    public JsLocatorNode Add(IReadOnlyList<string> path)
    {
        var node = this;
        foreach (var name in path)
        {
            node._children ??= new Dictionary<string, JsLocatorNode>(StringComparer.Ordinal);
            if (!node._children.TryGetValue(name, out var child))
            {
                node._children[name] = child = new JsLocatorNode(node);
            }

            node = child;
        }

        return node;
    }

    /// <summary>The step stands here; what a repeated key had inside counts no more.</summary>
    public void Enter(int place)
    {
        _place = place;
        foreach (var child in _children?.Values ?? Enumerable.Empty<JsLocatorNode>())
        {
            child.Leave();
        }
    }

    private void Leave()
    {
        if (_place != Nowhere)
        {
            Enter(Nowhere);
        }
    }
}
