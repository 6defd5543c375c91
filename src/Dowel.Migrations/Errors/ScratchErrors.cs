namespace Dowel.Migrations;

/// <summary>What keeps scripts from being tried on a throw-away database.</summary>
internal static class ScratchErrors
{
    public static DowelError NoPlace(string database, string role, string databaseName) => new(
        "DWL3257",
        $"No throw-away database can be made beside {database}, and no throw-away schema in it: the role {role} may do neither.",
        $"Let it have one of the two rights: ALTER ROLE {role} CREATEDB; or GRANT CREATE ON DATABASE {databaseName} TO {role};");

    public static DowelError NotConfined(string what, string database, SourceLocation? place) => new(
        "DWL3258",
        $"A statement {what}. The role may make no database, so that scripts are tried in a throw-away schema of {database}, beside what is there; nothing was run.",
        "Name nothing by its schema, or by ${schema} alone; or try the scripts with a role that may make databases: ALTER ROLE … CREATEDB.",
        place);
}
