using System.Data.Common;
using Dowel.Migrations;

namespace Dowel.Conformance;

/// <summary>A class of a set that can take back what it did.</summary>
internal sealed class ReversibleTestCode(string version, CodeStep apply, CodeStep undo)
    : TestCode(version, apply), IReversibleCodeMigration
{
    public Task UndoAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken) =>
        undo(connection, transaction, cancellationToken);
}
