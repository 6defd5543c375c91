namespace Dowel.Migrations;

/// <summary>A database as the migrator sees it: its past, its lock, and connections that run scripts. One for each engine.</summary>
/// <remarks>Not for more than one thread at a time. Expected failures of scripts are return values; a database that cannot be reached throws <see cref="DatabaseUnavailableException"/>.</remarks>
public interface IMigrationDatabase : IAsyncDisposable
{
    /// <summary>The engine's rules for text.</summary>
    Dialect Dialect { get; }

    /// <summary>The database's name for people, without secrets.</summary>
    string DisplayName { get; }

    /// <summary>The schema that scripts work in, <c>${schema}</c>; null where none was asked for.</summary>
    string? Schema { get; }

    /// <summary>Reads history and journal in one round trip and takes no lock; a missing table is <see cref="History.Empty"/>.</summary>
    /// <exception cref="DatabaseUnavailableException">The database does not answer, refuses, or the table is not Dowel's.</exception>
    Task<History> ReadHistoryAsync(CancellationToken cancellationToken);

    /// <summary>Says what of some scripts cannot run over this connection; nothing where all can.</summary>
    /// <param name="scripts">What is about to run, in order.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    Task<IReadOnlyList<DowelError>> FindObstaclesAsync(IReadOnlyList<PreparedScript> scripts, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DowelError>>([]);

    /// <summary>Asks once for the right to migrate, without waiting and with no transaction open.</summary>
    /// <param name="needed">What the plan needs the lock for.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Gives the lock back when disposed, as does the end of the process; null where somebody else holds it.</returns>
    Task<IAsyncDisposable?> TryLockAsync(LockNeed needed, CancellationToken cancellationToken);

    /// <summary>Names who holds the right to migrate: process, application, since when; null where nobody can be named.</summary>
    Task<string?> ReadLockHolderAsync(CancellationToken cancellationToken);

    /// <summary>Makes schema, history and journal where they are missing.</summary>
    /// <param name="wait">How long to wait for another transaction where a database has one writer.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LockNotAcquiredException">It took too long.</exception>
    Task CreateHistoryAsync(TimeSpan wait, CancellationToken cancellationToken);

    /// <summary>Writes to history and journal in one transaction, on a connection that no script touches.</summary>
    /// <returns>False where the rows contradict what somebody else has written meanwhile; then nothing was changed.</returns>
    /// <exception cref="LockLostException">The right to migrate that was had is lost; nothing was changed.</exception>
    Task<bool> WriteAsync(HistoryChanges changes, CancellationToken cancellationToken);

    /// <summary>Opens a connection for scripts.</summary>
    Task<IScriptConnection> OpenScriptConnectionAsync(ScriptSettings settings, CancellationToken cancellationToken);

    /// <summary>Reads the schema as the engine itself prints it, one object a line or block, Dowel's own tables left out.</summary>
    Task<string> ReadSchemaTextAsync(CancellationToken cancellationToken);

    /// <summary>Reads the tables that another tool may keep its history in, in one round trip: those that the search path leads to, and those in schemas that tools make for it; tables of many columns are left out.</summary>
    Task<IReadOnlyList<TableShape>> ReadTablesAsync(CancellationToken cancellationToken);

    /// <summary>Reads a table's rows as text, in one round trip.</summary>
    /// <param name="table">The table, as <see cref="ReadTablesAsync"/> tells it.</param>
    /// <param name="orderColumn">The column whose values tell the order.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The values in the order of the columns: moments in RFC 3339 and UTC, bytes as hexadecimal digits.</returns>
    Task<IReadOnlyList<string?[]>> ReadRowsAsync(TableShape table, string orderColumn, CancellationToken cancellationToken);

    /// <summary>Names what broken index builds have left behind, quoted; an index that somebody is still building is none.</summary>
    Task<IReadOnlyList<string>> ReadInvalidIndexesAsync(CancellationToken cancellationToken);

    /// <summary>Drops what broken index builds have left behind.</summary>
    /// <returns>The names of the indexes dropped, quoted.</returns>
    Task<IReadOnlyList<string>> DropInvalidIndexesAsync(CancellationToken cancellationToken);
}
