using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Contracts;

/// <summary>Where a record and its table differ.</summary>
internal static class TableErrors
{
    /// <summary>The migrations make no such table.</summary>
    public static DowelError NoTable(ContractTable table, DatabaseModel model) => new(
        "DWL3101",
        $"{table.Name}: there is no such table{Near(table.Name, model.Tables.Select(each => each.Name))}",
        $"Name the table that the migrations make in [Table(…)] on {Short(table.Record)}, or write the migration that makes it: 'dowel new create_{table.Name}'.",
        table.Place);

    /// <summary>The table has no such column.</summary>
    public static DowelError NoColumn(ContractTable table, ContractColumn column, TableModel found) => new(
        "DWL3102",
        $"{table.Name}.{column.Name}: there is no such column{Near(column.Name, found.Columns.Select(each => each.Name))}",
        $"Rename the property, say [Column(\"…\")] on it, or write the migration that adds the column: 'dowel new add_{column.Name}'.",
        column.Place ?? table.Place);

    /// <summary>A property's values do not go into its column, or do not come out as they were.</summary>
    public static DowelError WrongType(ContractTable table, ContractColumn column, ColumnModel actual) => new(
        "DWL3103",
        $"{table.Name}.{column.Name}: the column is {(actual.Type.Length == 0 ? "without a type" : actual.Type)}, and {column.Property} is sent and read as {column.Type}.",
        "Give the property the column's type, or change the column's type in a migration.",
        column.Place ?? table.Place);

    /// <summary>A property cannot hold the null that its column can.</summary>
    public static DowelError CanBeNull(ContractTable table, ContractColumn column) => new(
        "DWL3104",
        $"{table.Name}.{column.Name}: the column can be null, and {column.Property} cannot.",
        $"Make the property nullable, or the column 'not null' in a migration.",
        column.Place ?? table.Place);

    /// <summary>A property can hold the null that its column refuses.</summary>
    public static DowelError CannotBeNull(ContractTable table, ContractColumn column) => new(
        "DWL3105",
        $"{table.Name}.{column.Name}: {column.Property} can be null, and the column is 'not null': such a row cannot be written.",
        "Take the question mark from the property's type, or let the column be null in a migration.",
        column.Place ?? table.Place);

    /// <summary>A column needs a value that no record brings.</summary>
    public static DowelError Unfilled(ContractTable table, ColumnModel column) => new(
        "DWL3106",
        $"{table.Name}.{column.Name}: the column needs a value, and {Short(table.Record)} has no property for it: no row can be inserted.",
        "Add the property, or give the column a default in a migration, or let it be null.",
        table.Place);

    /// <summary>The record's key is none in the database.</summary>
    public static DowelError NotTheKey(ContractTable table, TableModel found) => new(
        "DWL3107",
        $"{table.Name}: the key of {Short(table.Record)} is ({string.Join(", ", table.Key)}), "
        + (found.PrimaryKey.Count == 0 ? "and the table has no primary key." : $"and that of the table ({string.Join(", ", found.PrimaryKey)})."),
        "Put [Key] on the properties of the table's key, or make this the primary key in a migration.",
        table.Columns.FirstOrDefault(column => column.Key > 0)?.Place ?? table.Place);

    /// <summary>What the record says is unique is not.</summary>
    public static DowelError NotUnique(ContractTable table, ContractUnique unique) => new(
        "DWL3108",
        $"{table.Name}: no unique constraint or index is over ({string.Join(", ", unique.Columns)}), so a second row can have the same values.",
        $"Write a migration: 'create unique index on {table.Name} ({string.Join(", ", unique.Columns)})', with a name on SQLite. One with a 'where' does not count. Or take [Unique] away.",
        unique.Place ?? table.Place);

    /// <summary>The database makes no value for an identity.</summary>
    public static DowelError NotMade(ContractTable table, ContractColumn column) => new(
        "DWL3109",
        $"{table.Name}.{column.Name}: the database makes no value for it, and {column.Property} is [Identity], so none is sent.",
        "Declare the column with the token '${identity}', or take [Identity] away.",
        column.Place ?? table.Place);

    /// <summary>The database makes a value and takes none.</summary>
    public static DowelError MadeByDatabase(ContractTable table, ContractColumn column) => new(
        "DWL3109",
        $"{table.Name}.{column.Name}: the database makes its value and takes no other, and {column.Property} is sent.",
        "Put [Identity] on the property.",
        column.Place ?? table.Place);

    /// <summary>Two records are rows of one table, which cannot be as both say.</summary>
    /// <param name="first">The table as one record has it.</param>
    /// <param name="second">The table as the other has it.</param>
    /// <param name="what">The column or key.</param>
    /// <param name="one">What the first says.</param>
    /// <param name="two">What the second says.</param>
    public static DowelError Contradiction(ContractTable first, ContractTable second, string what, string one, string two) => new(
        "DWL3205",
        $"{first.Name}: {Short(first.Record)} and {Short(second.Record)} are both rows of it, and of {what} the one says {one}, the other {two}.",
        $"Let both say the same, or leave it out of one: a table is what all its records say together.",
        second.Find(what)?.Place ?? second.Place);

    /// <summary>The rest of a sentence about a name that is not known.</summary>
    internal static string Near(string name, IEnumerable<string> known) =>
        Spelling.Nearest(name, known) is { } near ? $"; did you mean '{near}'?" : ".";

    private static string Short(string name) => name[(name.LastIndexOf('.') + 1)..];
}
