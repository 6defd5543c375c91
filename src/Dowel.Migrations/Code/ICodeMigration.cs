using System.Data.Common;

namespace Dowel.Migrations;

/// <summary>A migration that is a class: it has a version among the scripts, and runs once, in their order.</summary>
/// <remarks>Given to a set with <see cref="ScriptSet.With"/>; nothing looks for classes at run time.</remarks>
public interface ICodeMigration
{
    /// <summary>The version, which no script and no other class of the set has.</summary>
    MigrationVersion Version { get; }

    /// <summary>What it does, in a few words for people.</summary>
    string Description { get; }

    /// <summary>Any text that changes when what the class does is changed; not empty. Where it differs from the one in the history, the run is refused.</summary>
    string Checksum { get; }

    /// <summary>Does the work. It commits together with its row in the history, or is taken back whole where this throws.</summary>
    /// <param name="connection">The driver's open connection; stays open, and so does the transaction.</param>
    /// <param name="transaction">The driver's transaction, for commands of other libraries to join.</param>
    /// <param name="cancellationToken">Asks for an end; the transaction is then taken back.</param>
    /// <remarks>Is called again where the database refused a lock in time, and in the next run where this one failed.</remarks>
    Task ApplyAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken);
}
