using System.Text;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.App.Studio.Host;

/// <summary>A page of the rows of one table, as JSON; those of a table that appends newest first.</summary>
internal sealed class TableView
{
    public const int RowsOfPage = 100;

    private const int MostColumns = 40;
    private const int LongestCell = 120;

    public TableView(LiveTable table)
    {
        Table = table;
        Refresh();
    }

    public LiveTable Table { get; }

    /// <value>Rows with this in their JSON are shown, whatever the case.</value>
    public string Text { get; private set; } = "";

    /// <value>From 0.</value>
    public int Page { get; private set; }

    public IReadOnlyList<TableRow> Rows { get; private set; } = [];

    /// <value>The columns of the rows that are shown, in the order in which they come up.</value>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    public int HiddenColumns { get; private set; }

    public bool HasMore { get; private set; }

    /// <value>Which rows are shown, such as <c>101 to 200 of 5,000</c>.</value>
    public string Place { get; private set; } = "";

    /// <summary>A cell as JSON, cut where it is long.</summary>
    public static string Cell(JsValue value)
    {
        if (value.IsUndefined)
        {
            return "";
        }

        var text = JsonText.Stringify(value);
        return text.Length > LongestCell ? text[..LongestCell] + "…" : text;
    }

    public void Search(string text)
    {
        (Text, Page) = (text, 0);
        Refresh();
    }

    public void Turn(int pages)
    {
        Page = Math.Max(0, Page + pages);
        Refresh();
    }

    /// <summary>Reads the rows again.</summary>
    public void Refresh()
    {
        IEnumerable<TableRow> all = Table.Snapshot(TableSelection.All);
        if (Table.IsAppending)
        {
            all = all.Reverse();
        }

        var found = Text.Length == 0
            ? [.. all]
            : all.Where(row => Encoding.UTF8.GetString(row.Utf8.Span).Contains(Text, StringComparison.OrdinalIgnoreCase)).ToList();
        // Rows may have gone since the page was turned.
        Page = Math.Min(Page, Math.Max(0, (found.Count - 1) / RowsOfPage));
        Rows = [.. found.Skip(Page * RowsOfPage).Take(RowsOfPage)];
        HasMore = found.Count > (Page + 1) * RowsOfPage;
        var columns = Rows.SelectMany(static row => row.Values.Select(static member => member.Key)).Distinct(StringComparer.Ordinal).ToList();
        (Columns, HiddenColumns) = ([.. columns.Take(MostColumns)], Math.Max(0, columns.Count - MostColumns));
        Place = found.Count <= RowsOfPage
            ? ""
            : $"{StudioNumber.Whole((Page * RowsOfPage) + 1)} to {StudioNumber.Whole((Page * RowsOfPage) + Rows.Count)} of {StudioNumber.Whole(found.Count)}";
    }
}
