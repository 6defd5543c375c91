using Dowel.Migrations;

namespace Dowel.Postgres;

/// <summary>What is done around scripts so that each finds the session as it should be; one for sessions of one's own, one for borrowed ones.</summary>
internal interface IPostgresSession
{
    /// <summary>The right to migrate, where it is a lease that can be lost; else null.</summary>
    PostgresLease? Lease { get; }

    /// <summary>Sent ahead of a transaction.</summary>
    IReadOnlyList<PostgresPiece> BeforeBegin { get; }

    /// <summary>Sent as a transaction's first statements.</summary>
    IReadOnlyList<PostgresPiece> AfterBegin { get; }

    /// <summary>Sent in the middle of a transaction, where another script begins.</summary>
    IReadOnlyList<PostgresPiece> BetweenScripts { get; }

    /// <summary>Sent when a transaction has failed.</summary>
    IReadOnlyList<PostgresPiece> TakeBack { get; }

    /// <summary>Sent ahead of a question to the catalogs, whose answer depends on the search path.</summary>
    IReadOnlyList<PostgresPiece> BeforeQuestion { get; }

    /// <summary>Gets ready for a script.</summary>
    void Prepare(PreparedScript script);

    /// <summary>Notes that a transaction is committed.</summary>
    void Committed();

    /// <summary>Sent behind a transaction's last statement of a script, ahead of Dowel's own.</summary>
    /// <param name="rows">What Dowel writes there.</param>
    IReadOnlyList<PostgresPiece> BeforeEnd(IReadOnlyList<PostgresPiece> rows);

    /// <summary>Runs a statement in no transaction.</summary>
    Task<StatementFailure?> RunOutsideAsync(PostgresPiece statement, CancellationToken cancellationToken);
}
