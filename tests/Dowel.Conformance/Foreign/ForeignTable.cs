using Dowel.Migrations;

namespace Dowel.Conformance;

/// <summary>Another tool's table, made by the very statement that the tool sends, with the rows of two applied scripts.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Name">The table's name, quoted where the tool quotes it.</param>
/// <param name="Postgres">The columns on PostgreSQL.</param>
/// <param name="Sqlite">The columns on SQLite.</param>
/// <param name="Insert">The columns and rows to insert.</param>
public sealed record ForeignTable(string Tool, string Name, string Postgres, string Sqlite, string Insert)
{
    /// <summary>The text of the first script that the rows tell of.</summary>
    public const string A = "create table a (id bigint);\n";

    /// <summary>The text of the second one.</summary>
    public const string B = "create table b (id bigint);\n";

    /// <summary>How the two and a third are called.</summary>
    public string[] Files { get; init; } = ["001_a.sql", "002_b.sql", "003_c.sql"];

    /// <summary>What Dowel's history says afterwards: kind and version.</summary>
    public string History { get; init; } = "versioned|001,versioned|002";

    /// <summary>The schema that the tool makes for it on PostgreSQL.</summary>
    public string? OwnSchema { get; init; }

    /// <summary>Makes the table and its rows.</summary>
    /// <param name="dialect">The engine.</param>
    /// <param name="name">Another name for it, quoted; null for the tool's own.</param>
    public string Create(Dialect dialect, string? name = null)
    {
        var isPostgres = dialect.Name == DialectNames.Postgres;
        var table = name ?? NameOn(dialect);
        var schema = isPostgres && OwnSchema is not null ? $"create schema if not exists {OwnSchema};\n" : "";
        return $"{schema}create table {table} ({(isPostgres ? Postgres : Sqlite)});\ninsert into {table} {Insert.Replace("BYTES'", isPostgres ? "'\\x" : "x'", StringComparison.Ordinal)};\n";
    }

    /// <summary>The table's name where it is.</summary>
    public string NameOn(Dialect dialect) => dialect.Name == DialectNames.Postgres && OwnSchema is not null ? $"{OwnSchema}.{Name}" : Name;
}
