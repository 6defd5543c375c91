using System.CommandLine;

namespace Dowel.Cli;

/// <summary>Options that several commands about schemas have.</summary>
internal static class SchemaOptions
{
    private static readonly string[] EngineNames = ["sqlite", "postgres"];

    /// <summary>What may be lost.</summary>
    public static Option<string[]> Allow() => new("--allow")
    {
        HelpName = "CHANGE",
        Description = "A loss that is wanted, as the message has it: drop-column:users.name; may be given again and again",
        DefaultValueFactory = static _ => [],
    };

    /// <summary>The engine.</summary>
    public static Option<string> Engine(string description) => SharedOptions.OneOf("--engine", EngineNames, description);

    /// <summary>The engine that was asked for; null where none was.</summary>
    public static DatabaseKind? Read(string? engine) => engine switch
    {
        null => null,
        "postgres" => DatabaseKind.Postgres,
        _ => DatabaseKind.Sqlite,
    };
}
