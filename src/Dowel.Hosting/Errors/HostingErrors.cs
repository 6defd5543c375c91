using Dowel.Migrations;

namespace Dowel.Hosting;

/// <summary>What can be wrong with a service's databases before it starts. Values are shown only of settings that hold no secret.</summary>
internal static class HostingErrors
{
    /// <summary>A setting is missing.</summary>
    public static DowelError Missing(string key, string example) => new(
        "DWL5201",
        $"{key} is missing.",
        $"Set it, in appsettings.json or as the environment variable {Variable(key)}: {example}.");

    /// <summary>A setting does not exist.</summary>
    public static DowelError Unknown(string key, string name, IReadOnlyList<string> known) => new(
        "DWL5202",
        $"There is no setting {key}.",
        $"{Spelling.DidYouMean(name, known)}There are {string.Join(", ", known)}.");

    /// <summary>A setting's text cannot be read.</summary>
    public static DowelError Unreadable(string key, string expected) => new(
        "DWL5203", $"{key} cannot be read.", $"Write {expected}.");

    /// <summary>A setting's value is not possible.</summary>
    public static DowelError OutOfBounds(string key, string value, string expected) => new(
        "DWL5204", $"{key} is {value}, which is not possible.", $"Write {expected}.");

    /// <summary>No engine was registered.</summary>
    public static DowelError NoProvider(string database) => new(
        "DWL5205",
        $"No engine is registered for the {database}.",
        "Call AddSqlite() or AddPostgres() on what AddDowel returns; they are in the packages Dowel.Sqlite and Dowel.Postgres.");

    /// <summary>The engine that was asked for is not registered.</summary>
    public static DowelError UnknownProvider(string key, string name, IReadOnlyList<string> registered) => new(
        "DWL5205",
        $"{key} is '{name}', and no such engine is registered.",
        $"{Spelling.DidYouMean(name, registered)}Registered are: {string.Join(", ", registered)}. Others are added with AddSqlite() or AddPostgres() on what AddDowel returns.");

    /// <summary>A connection string cannot be used.</summary>
    public static DowelError BadConnectionString(string key, string mistake) => new(
        "DWL5206", $"{key} {mistake}", $"Mend {key}, or the environment variable {Variable(key)} if it is set there; it is not shown, since it may hold a password.");

    /// <summary>Migrations were asked for and there are none.</summary>
    public static DowelError NoScripts(string database, IEnumerable<IScriptSource> sources) => new(
        "DWL5207",
        $"There are no scripts for the {database} in {string.Join(" and ", sources.Select(source => source.Name))}.",
        "Put them there, or give AddMigrations the place where they are.");

    /// <summary>The service may not migrate, and the database is behind.</summary>
    public static DowelError Behind(string database, IEnumerable<string> pending, string key) => new(
        "DWL5208",
        $"{database} is behind this service; pending: {string.Join(", ", pending)}.",
        $"Apply them with 'dowel up SERVICE.dll --url URL', SERVICE.dll being the assembly that holds them, or start once with {key}=Apply.");

    /// <summary>Two databases have one history between them.</summary>
    public static DowelError SharedHistory(string first, string second, string key) => new(
        "DWL5209",
        $"The {first} and the {second} are one database with one history, so each would take the other's scripts for its own that are missing.",
        $"Give each a schema of its own, or {key} another name.");

    /// <summary>The connections that a host gave lead to another schema than the migrations work in.</summary>
    public static DowelError OtherSchema(string key, string schema, string actual) => new(
        "DWL5210",
        $"{key} is '{schema}', and the data source that the host gave sends statements to schema '{actual}'.",
        $"Make the data source with 'Search Path={schema}' in its connection string, or set it for the role: alter role NAME set search_path = {schema}.");

    // How a key is spelt where no colon is allowed (.NET documentation, configuration providers).
    private static string Variable(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}
