using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

/// <summary>
/// Names in a comma-separated text or in a list, trimmed; a null in the list is ignored. A text is not split into pieces first: five
/// million commas would make as many empty names.
/// </summary>
internal sealed class NamesSchema(string[] names)
    : PreparedSchema(static (value, _) => value, ListOf(OneOf(names).OrNull()))
{
    private readonly Schema _name = OneOf(names).OrNull();

    protected override void Check(JsValue value, SchemaCheck check)
    {
        if (value.TryGetText(out var text))
        {
            CheckText(text, check);
        }
        else if (value.IsList)
        {
            CheckList(value.Elements, check);
        }
        else
        {
            Inner.Run(value, check);
        }
    }

    private void CheckText(ReadOnlySpan<char> text, SchemaCheck check)
    {
        var index = 0;
        foreach (var range in text.Split(','))
        {
            var name = JsWhitespace.Trim(text[range]);
            if (!IsKnown(name))
            {
                check.Run(index, _name, check.Lists ? name.ToString() : "");
            }

            index++;
        }
    }

    private void CheckList(ReadOnlySpan<JsValue> list, SchemaCheck check)
    {
        foreach (var name in list)
        {
            if (!name.IsNullish && !name.IsText)
            {
                check.Break($"expected names in the list, found {ValueWords.Of(name)}");
                return;
            }
        }

        for (var i = 0; i < list.Length; i++)
        {
            check.Run(i, _name, list[i].TryGetText(out var text) ? JsWhitespace.Trim(text) : list[i]);
        }
    }

    private bool IsKnown(ReadOnlySpan<char> name)
    {
        foreach (var known in names)
        {
            if (name.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }
}
