using System.Globalization;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>Describes the effects of messages in plain words.</summary>
public static class MessageWords
{
    /// <summary>One line for a whole frame: its first row, and the number of further ones.</summary>
    public static string Of(LoggedFrame frame)
    {
        var rows = frame.Rows.Count + frame.OmittedRows;
        return rows switch
        {
            0 => "an empty list: nothing to do",
            1 => Of(frame.Rows[0]),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Of(frame.Rows[0])} (+{rows - 1} more)"),
        };
    }

    public static string Of(LoggedRow row) => row.Kind switch
    {
        OutcomeKind.Updated => $"{Name(row)}: {Fields(row)}",
        OutcomeKind.Appended => $"{Name(row)}: appended as a new row",
        OutcomeKind.UnknownRow when row.OmittedRows > 0 =>
            $"row {Name(row)} is none of those shown, perhaps one of the {CellCount.Grouped(row.OmittedRows)} left out: ignored",
        OutcomeKind.UnknownRow => $"row {Name(row)} is unknown: ignored",
        OutcomeKind.NotARow => $"{row.Found} in the place of a row: ignored",
        OutcomeKind.LostFrame when row.Found == "null" => "null in the place of rows: the frame is lost",
        OutcomeKind.LostFrame => $"{row.Found}: the whole frame is lost (Workspace)",
        _ => "not JSON: the frame is lost",
    };

    public static string Of(LoggedChange change) =>
        change.Old is null ? $"{change.Field} set to {change.New}" : $"{change.Field} {change.Old} → {change.New}";

    /// <summary>Why a field is ignored; the text says when only Workspace's own merge does so.</summary>
    public static string Of(IgnoreReason reason) => reason switch
    {
        IgnoreReason.NotDeclared => "columnsDefs does not declare it (Workspace)",
        IgnoreReason.NotLive => "the column is not live",
        IgnoreReason.NotInRow => "the row does not have it (Workspace)",
        IgnoreReason.Superseded => "a later message of the same batch replaced it (Workspace)",
        _ => "the grid has too many fields already",
    };

    private static string Name(LoggedRow row) => string.IsNullOrEmpty(row.RowId) ? "(without an id)" : row.RowId;

    private static string Fields(LoggedRow row)
    {
        var parts = new List<string>
        {
            row.Changes.Count == 0 ? "nothing new" : string.Join(", ", row.Changes.Select(static change => Of(change))),
        };
        parts.AddRange(row.Ignored
            .GroupBy(static field => field.Reason)
            .Select(static group => $"{string.Join(", ", group.Select(static field => field.Field))} ignored: {Of(group.Key)}"));
        if (row.OmittedFields > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"… {row.OmittedFields} more fields"));
        }

        return string.Join("; ", parts);
    }
}
