using System.Collections.Frozen;

namespace Dowel.Migrations;

/// <summary>Names of files that are no scripts and still count: to overlook one would run a set otherwise than it was meant.</summary>
/// <remarks>Pure.</remarks>
internal static class CompanionName
{
    /// <summary>What Flyway puts behind a script's name for its settings.</summary>
    public const string FlywaySettings = ".conf";

    /// <summary>The settings of a migration of Diesel, in its folder.</summary>
    public const string DieselSettings = "metadata.toml";

    /// <summary>Drizzle's list of migrations.</summary>
    public const string DrizzleJournal = "meta/_journal.json";

    private const string Script = ".sql";

    // C# is not among them: a class in the folder of scripts may belong to the project that embeds them.
    private static readonly FrozenSet<string> Languages = new[]
    {
        ".go", ".java", ".kt", ".kts", ".groovy", ".scala", ".class", ".js", ".mjs", ".cjs", ".ts", ".mts", ".cts",
        ".py", ".rb", ".php", ".pl", ".ex", ".exs", ".rs", ".sh", ".bash", ".ps1", ".bat", ".cmd",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a file that is no script counts.</summary>
    /// <param name="name">The name below its source, with <c>/</c> between folders.</param>
    public static bool Counts(string name) => IsSettings(name) || IsJournal(name) || IsCode(name);

    /// <summary>Whether a file is Drizzle's journal.</summary>
    public static bool IsJournal(string name) => name == DrizzleJournal || name.EndsWith('/' + DrizzleJournal, StringComparison.Ordinal);

    /// <summary>Whether a file is a migration in a language other than SQL: one whose name would be a script's if it were SQL.</summary>
    public static bool IsCode(string name)
    {
        var extension = Path.GetExtension(name);
        return Languages.Contains(extension)
            && !name.EndsWith("_test.go", StringComparison.Ordinal)
            && IsNumbered(ScriptFileName.Parse(name[..^extension.Length] + Script));
    }

    // The tools that run code beside SQL name it as they name scripts, after a number or an event.
    private static bool IsNumbered(ScriptFileName file) =>
        HookName.IsCallback(file)
        || NumberedName.TryRead(file.Stem, out _, out _)
        || Layout.Find(LayoutNames.Flyway)!.TryRead(file, out _);

    private static bool IsSettings(string name) =>
        name.EndsWith(Script + FlywaySettings, StringComparison.OrdinalIgnoreCase)
        || name == DieselSettings || name.EndsWith('/' + DieselSettings, StringComparison.Ordinal);
}
