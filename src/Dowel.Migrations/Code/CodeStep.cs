using System.Data.Common;

namespace Dowel.Migrations;

/// <summary>What code does in a transaction that it neither commits nor rolls back.</summary>
/// <param name="connection">The driver's open connection; stays open.</param>
/// <param name="transaction">The driver's transaction, for commands of other libraries to join.</param>
/// <param name="cancellationToken">Asks for an end; the transaction is then taken back.</param>
public delegate Task CodeStep(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken);
