using Dowel.Migrations;

namespace Dowel.Postgres;

/// <summary>What the role may not do that a migration needs, as the server tells it.</summary>
/// <param name="Role">The role.</param>
/// <param name="Database">The database.</param>
internal sealed record PostgresRights(string Role, string Database)
{
    /// <summary>Whether the role may make schemas.</summary>
    public bool MayMakeSchemas { get; init; } = true;

    /// <summary>Whether the role may make tables in the history's schema; true where the schema is not there.</summary>
    public bool MayMakeTables { get; init; } = true;

    /// <summary>Dowel's own tables that are there, qualified and quoted, each with the rights that the role lacks.</summary>
    public IReadOnlyList<(string Table, string Missing)> Tables { get; init; } = [];

    /// <summary>What keeps the role from writing; null where nothing does.</summary>
    /// <param name="display">The database's name for people.</param>
    /// <param name="facts">What is there and what has to be made.</param>
    public DowelError? Refusal(string display, PostgresFacts facts)
    {
        var role = PostgresNames.Quote(Role);
        var schema = PostgresNames.Quote(facts.HistorySchema);
        var hasToMake = !facts.IsComplete || (facts.NeedsLease && !facts.HasLeaseTable);
        if (facts.IsSchemaMissing && !MayMakeSchemas)
        {
            return RunErrors.MissingRights(
                display,
                $"the schema {schema} is not there, and role {role} has no right to make it.",
                $"As an owner of the database: CREATE SCHEMA {schema} AUTHORIZATION {role}; or GRANT CREATE ON DATABASE {PostgresNames.Quote(Database)} TO {role};");
        }

        if (hasToMake && !facts.IsSchemaMissing && !MayMakeTables)
        {
            return RunErrors.MissingRights(
                display,
                $"the tables of the history have to be made in schema {schema}, and role {role} has no right CREATE there.",
                $"As an owner of the schema: GRANT USAGE, CREATE ON SCHEMA {schema} TO {role};");
        }

        return Tables.Count == 0 ? null : RunErrors.MissingRights(
            display,
            $"role {role} has no right {string.Join(" and no right ", Tables.Select(table => $"{table.Missing} on {table.Table}"))}.",
            $"As an owner of the tables: {string.Join(" ", Tables.Select(table => $"GRANT {table.Missing} ON {table.Table} TO {role};"))}");
    }
}
