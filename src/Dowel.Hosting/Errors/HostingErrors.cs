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

    // How a key is spelt where no colon is allowed (.NET documentation, configuration providers).
    private static string Variable(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}
