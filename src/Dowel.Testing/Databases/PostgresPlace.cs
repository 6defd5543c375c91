using Dowel.Data;
using Dowel.Postgres;

namespace Dowel.Testing;

/// <summary>A PostgreSQL database on a server of tests.</summary>
internal sealed class PostgresPlace(PostgresTemplates server, string name, string? schema) : TestPlace
{
    /// <inheritdoc/>
    public override DatabaseEngine Engine => DatabaseEngine.Postgres;

    /// <inheritdoc/>
    public override string ConnectionString { get; } = server.ConnectionStringOf(name);

    /// <inheritdoc/>
    public override Database Open() => PostgresDatabase.Open(ConnectionString, new() { Schema = schema });

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => new(server.DropAsync(name));
}
