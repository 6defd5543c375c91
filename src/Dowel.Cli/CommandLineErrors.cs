using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>What can be wrong with the command line itself. No message holds a value that may be a secret.</summary>
internal static class CommandLineErrors
{
    public static DowelError Usage(string problem, string remedy) => new("DWL5001", problem, remedy);

    public static DowelError BadUrl(string problem, string remedy = "Write sqlite:app.db or postgres://user:password@host:5432/database; in a password, write '@' as %40, '/' as %2F and ':' as %3A.") =>
        new("DWL5002", problem, remedy);

    public static DowelError NoSource(string path) => path.Contains("://", StringComparison.Ordinal)
        ? new("DWL5003", "A URL stands where scripts are expected.", "Give the database with --url, and the scripts as a folder, an assembly or a project.")
        : new("DWL5003", $"There are no scripts at '{path}'.", "Name a folder of .sql files, an assembly (.dll) or a project (.csproj), or run where ./migrations is; 'dowel new NAME' begins a folder.");

    public static DowelError BadSettings(string problem, string remedy, SourceLocation place) => new("DWL5004", problem, remedy, place);

    public static DowelError BuildFailed(string project, string output) => new(
        "DWL5005",
        output.Length == 0 ? $"'{project}' does not build." : $"'{project}' does not build:\n{output}",
        "Mend the build, or name a folder of scripts or a built assembly.");

    public static DowelError NotConfirmed(string database) => new(
        "DWL5006",
        $"Dropping '{database}' was not confirmed; nothing was changed.",
        "Type the database's name when asked, or say --yes.");

    public static DowelError NoUrl() => new(
        "DWL5007",
        "No database is named.",
        "Name one with --url sqlite:app.db or --url postgres://user@host/database, with the environment variable DOWEL_URL, or with \"url\" in dowel.json.");

    public static DowelError File(string problem) => new(
        "DWL5008", problem, "Check that the path is right and that this user may read and write it.");

    public static DowelError Interrupted(int applied = 0) => new(
        "DWL5009",
        applied == 0 ? "Interrupted." : $"Interrupted; this run had applied {Wording.Count(applied, "script")}.", "What was running was taken back or is in the journal; run again to go on.");

    public static DowelError NoLibrary(string problem) => new(
        "DWL5010", problem, "Install SQLite (Debian: libsqlite3-0), or name its library in DOWEL_SQLITE_LIBRARY.");

    public static DowelError NoTarget(TargetPattern pattern) => new(
        "DWL5011",
        pattern.IsQuery
            ? $"--each finds no {pattern.Noun}: the query gives no row."
            : $"--each finds no {pattern.Noun} that is named like '{Secrets.Mask(pattern.Text)}'.",
        pattern.Kind switch
        {
            TargetKind.Files => "Check the folder and the pattern, in quotes so that the shell leaves it alone: --each 'tenants/*.db'. 'dowel create --url sqlite:tenants/new.db' makes a file.",
            TargetKind.Schemas => "Check the pattern; a schema that is not there yet is named by a query: --each 'select name from tenants'. For files write --each 'sqlite:tenants/*.db'.",
            _ => "Check the pattern, and that this user sees the databases; 'dowel create' makes one.",
        });

    public static DowelError BadEach(string problem) => new(
        "DWL5012",
        problem,
        "Write --each 'sqlite:tenants/*.db' for files; with --url postgres://…, --each 'tenant_*' or --each 'select name from tenants' for schemas, and --each 'database:app_*' for databases.");

    public static DowelError SchemaWithEach() => new(
        "DWL5013",
        "--schema names one schema, and --each goes over schemas.",
        "Leave out --schema: each schema fills ${schema} in its turn. Or go over databases, with --schema in each: --each 'database:app_*'.");

    public static DowelError ParallelAlone() => new(
        "DWL5013", "--parallel says how many databases at once, and there is one.", "Leave out --parallel, or name many databases with --each.");

    public static DowelError TargetInterrupted(string target) => new(
        "DWL5014",
        $"{target} was interrupted while it was brought up.",
        "What was running was taken back or is in the journal; run again to go on with what is left.");
}
