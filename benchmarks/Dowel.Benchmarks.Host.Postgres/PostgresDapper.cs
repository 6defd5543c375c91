using System.Data.Common;
using Npgsql;

namespace Dowel.Benchmarks;

/// <summary>Dapper on PostgreSQL.</summary>
/// <param name="rewards">Connections to players and rewards.</param>
/// <param name="files">Connections to projects and files.</param>
internal sealed class PostgresDapper(NpgsqlDataSource rewards, NpgsqlDataSource files) : DapperPeer(hold: " for no key update of u", json: "::jsonb")
{
    /// <inheritdoc/>
    protected override string Tell => "select set_config('dowel.owner', @Owner::text, true); ";

    /// <inheritdoc/>
    protected override async Task<DbConnection> OpenRewardsAsync(CancellationToken cancellationToken) => await rewards.OpenConnectionAsync(cancellationToken);

    /// <inheritdoc/>
    protected override async Task<DbConnection> OpenFilesAsync(CancellationToken cancellationToken) => await files.OpenConnectionAsync(cancellationToken);
}
