using System.Globalization;

namespace Dowel.Migrations;

/// <summary>One row of another tool's table, read as text.</summary>
/// <param name="table">The table.</param>
/// <param name="values">The values in the order of its columns.</param>
internal sealed class ForeignRow(TableShape table, string?[] values)
{
    /// <summary>A column's value by its rule's name; null where it is null or not there.</summary>
    public string? this[string column]
    {
        get
        {
            for (var i = 0; i < table.Columns.Count; i++)
            {
                if (ColumnRule.Normal(table.Columns[i].Name) == column)
                {
                    return values[i];
                }
            }

            return null;
        }
    }

    /// <summary>Whether a flag is set, as either engine writes it.</summary>
    public bool IsSet(string column) => this[column] is "1" or "true" or "t";

    /// <summary>A moment; one without a zone is taken for UTC.</summary>
    public DateTimeOffset? Time(string column) => DateTimeOffset.TryParse(
        this[column], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        ? time
        : null;

    /// <summary>A whole number.</summary>
    public long? Number(string column) =>
        long.TryParse(this[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A version; null where there is none.</summary>
    public MigrationVersion? Version(string column) => MigrationVersion.TryParse(this[column], out var version) ? version : null;
}
