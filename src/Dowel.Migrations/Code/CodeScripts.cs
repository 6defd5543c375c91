namespace Dowel.Migrations;

/// <summary>Classes as scripts of a set. Pure.</summary>
internal static class CodeScripts
{
    /// <summary>What a class's checksum begins with in the history, where a script's begins with <c>sha256:</c>.</summary>
    public const string ChecksumPrefix = "code:";

    /// <summary>The scripts that a class stands for: one that applies, and one that undoes where the class can.</summary>
    /// <exception cref="ArgumentException">The class has no checksum.</exception>
    public static IEnumerable<Script> Of(ICodeMigration migration)
    {
        ArgumentNullException.ThrowIfNull(migration);
        if (string.IsNullOrWhiteSpace(migration.Checksum))
        {
            throw new ArgumentException($"{NameOf(migration)} has no checksum.", nameof(migration));
        }

        IEnumerable<Script> undo = migration is IReversibleCodeMigration reversible
            ? [Create(migration, ScriptKind.Undo, reversible.UndoAsync)]
            : [];
        return [Create(migration, ScriptKind.Versioned, migration.ApplyAsync), .. undo];
    }

    /// <summary>What errors and the history call a class.</summary>
    public static string NameOf(ICodeMigration migration) => migration.GetType().FullName!;

    private static Script Create(ICodeMigration migration, ScriptKind kind, CodeStep code) => new()
    {
        Kind = kind,
        Version = migration.Version,
        Description = migration.Description,
        Path = NameOf(migration),
        Text = "",
        Checksum = ChecksumPrefix + migration.Checksum,
        Directives = ScriptDirectives.None,
        Code = code,
    };
}
