using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>What PostgreSQL can change in a table that is there, and how it is written.</summary>
internal sealed class PostgresSchemaEngine : ISchemaEngine
{
    /// <inheritdoc/>
    public string Name => "postgres";

    /// <inheritdoc/>
    public bool AltersInPlace => true;

    /// <inheritdoc/>
    public string Quote(string identifier) => PostgresIdentifier.Quote(identifier);

    /// <inheritdoc/>
    public IEnumerable<ObjectKey> Disturbed(SchemaChange change) => change switch
    {
        AlterColumn alter when PostgresColumnText.IsRetyped(alter.Before, alter.After) => [alter.Key],
        AlterEnum { IsGrowth: false } alter => [alter.Key],
        _ => [],
    };

    /// <inheritdoc/>
    public bool IsNarrowing(ColumnModel before, ColumnModel after) => PostgresNarrowing.IsNarrowing(before, after);

    /// <inheritdoc/>
    public IReadOnlyList<ScriptDraft> Render(SchemaPlan plan) => PostgresPlanText.Of(plan);
}
