using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint;

/// <summary>Copies of a value in which one place differs.</summary>
internal static class JsEdit
{
    /// <param name="root">The value; returned unchanged when it does not have the place.</param>
    /// <param name="steps">The path to the place.</param>
    /// <param name="change">Maps the old value (perhaps undefined) to the new one; undefined removes it.</param>
    public static JsValue Change(JsValue root, ReadOnlySpan<JsStep> steps, Func<JsValue, JsValue> change)
    {
        if (steps.IsEmpty)
        {
            return change(root);
        }

        var step = steps[0];
        var rest = steps[1..];
        if (step.Key is { } key)
        {
            if (!root.IsObject)
            {
                return root;
            }

            var member = Change(root[key], rest, change);
            return member.IsUndefined ? root.Object.Without(key) : root.Object.With(key, member);
        }

        if (step.Index >= root.List.Count)
        {
            return root;
        }

        var items = root.List.ToList();
        items[step.Index] = Change(items[step.Index], rest, change);
        if (items[step.Index].IsUndefined)
        {
            items.RemoveAt(step.Index);
        }

        return JsValue.FromList([.. items]);
    }
}
