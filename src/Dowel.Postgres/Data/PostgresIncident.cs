using Dowel.Data;

namespace Dowel.Postgres;

/// <summary>What was going on when the driver failed.</summary>
/// <param name="Stage">Where the work was.</param>
/// <param name="Database">The database's name for people.</param>
/// <param name="Statement">The statement, if there was one.</param>
/// <param name="CancellationToken">The caller's token.</param>
internal readonly record struct PostgresIncident(
    PostgresStage Stage, string Database, Statement? Statement, CancellationToken CancellationToken);
