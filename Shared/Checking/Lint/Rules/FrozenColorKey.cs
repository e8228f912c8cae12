using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG001: a <c>colorValueKey</c> whose field no message changes, so that the colour of the snapshot stays.</summary>
internal sealed class FrozenColorKey() : ColumnLintRule("LG001", FindingSeverity.Warning)
{
    protected override bool IsForTables => true;

    protected override bool IsAbout(JsValue column) => column["renderFnParams"]["colorValueKey"].IsText;

    public override IEnumerable<Finding> Check(LintSubject subject, LintColumn column)
    {
        if (!subject.Widget.IsLiveGrid)
        {
            foreach (var finding in OfTable(subject, column))
            {
                yield return finding;
            }

            yield break;
        }

        var key = column.Render.ColorValueKey;
        // An id never changes while its row exists, and other rules check a column that is its own key.
        if (string.IsNullOrEmpty(key)
            || !subject.MessagesUpdate
            || !column.HasColor
            || key == column.Definition.Field
            || subject.IsRowId(key)
            || subject.IsLive(key))
        {
            yield break;
        }

        var name = ValueWords.Quote(key);
        var declared = subject.ColumnOf(key);
        var reason = declared is null ? "is no declared column" : "is declared, but its enableCellChangeWs lets no message in";
        yield return Find(
            subject,
            column.PathOf("renderFnParams.colorValueKey"),
            $"The colour of column {column.Name} follows {name}, which {reason}: in Workspace it keeps the colour of the first value permanently.",
            declared is null
                ? $"Declare {name} in columnsDefs; with \"hide\": true it stays out of sight."
                : $"Take enableCellChangeWs away from column {name}, or set it to true.",
            declared is null ? Declare(subject, key) : declared.Remove("enableCellChangeWs"));
    }

    /// <summary>A table shows what it loads: with columns declared, a field without one is not there to colour by.</summary>
    private IEnumerable<Finding> OfTable(LintSubject subject, LintColumn column)
    {
        if (column.Render.ColorValueKey is { Length: > 0 } key && column.HasColor && !subject.KeepsUndeclared && !subject.IsDeclared(key))
        {
            var name = ValueWords.Quote(key);
            yield return Find(
                subject,
                column.PathOf("renderFnParams.colorValueKey"),
                $"The colour of column {column.Name} follows {name}, which is no declared column, so the table does not load it: the colour follows the cell's own value.",
                $"Declare {name} in columnsDefs; with \"hide\": true it stays out of sight.",
                Declare(subject, key));
        }
    }

    /// <summary>Adds a column for the key: hidden, unless the field is shown already because the rows have it.</summary>
    private static Func<JsValue, JsValue> Declare(LintSubject subject, string key)
    {
        var column = JsObject.Create(("field", key), ("headerName", WordsOf(key)));
        if (!subject.KeepsUndeclared)
        {
            column = column.With("hide", true);
        }

        return widget => JsEdit.Change(
            widget, ["data", "table", "columnsDefs"], list => JsValue.FromList([.. list.List, column]));
    }

    private static string WordsOf(string key)
    {
        var words = key.Split('_', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            ? key
            : string.Join(' ', words.Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
