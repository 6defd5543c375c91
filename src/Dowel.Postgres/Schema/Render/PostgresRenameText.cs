using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>The statements that give something another name. Pure.</summary>
internal static class PostgresRenameText
{
    /// <summary>The statements of a renaming: of the schema that it is in, of itself.</summary>
    public static IEnumerable<string> Of(RenameObject rename)
    {
        var (old, to) = (rename.From, rename.To);
        if (old.Part is null && old.Schema != to.Schema)
        {
            // Which schema is meant without being named is known by the session alone.
            yield return to.Schema is { } schema
                ? $"{Subject(old)} set schema {PostgresIdentifier.Quote(schema)}"
                : $"do $move$\nbegin\n    execute format({Literal($"{Subject(old).Replace("%", "%%", StringComparison.Ordinal)} set schema %I")}, current_schema);\nend\n$move$";
            old = old with { Schema = to.Schema };
        }

        if (OwnName(old) != OwnName(to))
        {
            yield return $"{Subject(old)} {Verb(old)} {PostgresIdentifier.Quote(OwnName(to))}";
        }
    }

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string OwnName(ObjectKey key) => key.Part ?? (IsRoutine(key) ? key.Name.Split('(')[0] : key.Name);

    private static bool IsRoutine(ObjectKey key) => key.Kind is ObjectKind.Function or ObjectKind.Procedure or ObjectKind.Aggregate;

    private static string Subject(ObjectKey key) => key.Kind switch
    {
        ObjectKind.Column or ObjectKind.Constraint => $"alter table {PostgresIdentifier.Quote(key.Table)}",
        ObjectKind.Index => $"alter index {PostgresIdentifier.Quote(key.Schema, key.Part!)}",
        ObjectKind.MaterializedView => $"alter materialized view {PostgresIdentifier.Quote(key)}",
        ObjectKind.Enum or ObjectKind.Composite or ObjectKind.Range => $"alter type {PostgresIdentifier.Quote(key)}",
        ObjectKind.Trigger or ObjectKind.Policy or ObjectKind.Rule =>
            $"alter {key.Kind.ToString().ToLowerInvariant()} {PostgresIdentifier.Quote(key.Part!)} on {PostgresIdentifier.Quote(key.Table)}",
        ObjectKind.Schema or ObjectKind.Extension => $"alter {key.Kind.ToString().ToLowerInvariant()} {PostgresIdentifier.Quote(key.Name)}",
        _ when IsRoutine(key) => $"alter {key.Kind.ToString().ToLowerInvariant()} {Routine(key)}",
        _ => $"alter {key.Kind.ToString().ToLowerInvariant()} {PostgresIdentifier.Quote(key)}",
    };

    private static string Routine(ObjectKey key)
    {
        var parameters = key.Name.IndexOf('(', StringComparison.Ordinal);
        return parameters < 0 ? PostgresIdentifier.Quote(key) : PostgresIdentifier.Quote(key.Schema, key.Name[..parameters]) + key.Name[parameters..];
    }

    private static string Verb(ObjectKey key) => key.Kind switch
    {
        ObjectKind.Column => $"rename column {PostgresIdentifier.Quote(key.Part!)} to",
        ObjectKind.Constraint => $"rename constraint {PostgresIdentifier.Quote(key.Part!)} to",
        _ => "rename to",
    };
}
