using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>What is done on a connection in one turn.</summary>
/// <typeparam name="TResult">What comes of it.</typeparam>
/// <remarks>Structs, so that the repository's own struct inside is compiled into the engine's calls.</remarks>
internal interface ISqliteWork<TResult>
{
    /// <summary>Whether the parameters are still needed when the turn ends.</summary>
    static virtual bool KeepsValues => false;

    /// <summary>Whether any failure spoils the transaction around it, the code's own too: on the other engine some items may have been sent.</summary>
    static virtual bool IsSpoiledByAll => false;

    /// <summary>The statement, for errors and to know which connection it needs.</summary>
    Statement Statement { get; }

    /// <summary>Does it. Where a lock was not had nothing has happened, and it can be done again.</summary>
    /// <param name="engine">The connection's engine.</param>
    /// <param name="result">What comes of it.</param>
    /// <returns><see cref="SqliteEngine.Ok"/>, or the code of a lock that may be had in a moment.</returns>
    int Run(SqliteEngine engine, out TResult result);
}
