using Dowel.Migrations;

namespace Dowel.Contracts;

/// <summary>Where a statement could reach the rows of other owners.</summary>
internal static class OwnershipFindings
{
    /// <summary>A statement names an owned table, or what shows its rows, as if it belonged to nobody.</summary>
    public static DowelError Bare(string statement, string name, bool isTable, SourceLocation? place) => new(
        "DWL3120",
        isTable ? $"{statement}: it names the owned table '{name}' bare." : $"{statement}: it reads '{name}', which shows the rows of an owned table.",
        (isTable ? $"Write {{{name}}}, which is the owner's rows of it" : "Read the owned tables themselves in braces, which are the owner's rows of them")
        + ", or say with [Unowned(\"…\")] on the method why the rows of all owners are meant.",
        place);

    /// <summary>A query of the statement's own has the name of an owned table that is read below it.</summary>
    public static DowelError Shadowed(string statement, string name, SourceLocation? place) => new(
        "DWL3121",
        $"{statement}: a 'with' of its own is named '{name}', as the owned table is that is meant here.",
        $"Give the query in 'with' another name than '{name}'.",
        place);

    /// <summary>An owned record is read from a view.</summary>
    public static DowelError View(ContractTable table) => new(
        "DWL3122",
        $"{table.Name}: {table.Record} is owned, and '{table.Name}' is a view, which has no owner of its own.",
        "Let the record be one of a table, or take [OwnedBy] or [OwnedThrough] away and read the owned tables in [Query] methods, in braces.",
        table.Place);
}
