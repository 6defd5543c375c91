using System.Data.Common;

namespace Dowel.Migrations;

/// <summary>A class that can also take back what it did.</summary>
public interface IReversibleCodeMigration : ICodeMigration
{
    /// <summary>Takes the work back, under the same rules as <see cref="ICodeMigration.ApplyAsync"/>.</summary>
    /// <param name="connection">The driver's open connection.</param>
    /// <param name="transaction">The driver's transaction.</param>
    /// <param name="cancellationToken">Asks for an end.</param>
    Task UndoAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken);
}
