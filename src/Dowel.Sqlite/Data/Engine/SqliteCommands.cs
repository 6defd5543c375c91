using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>The statements that this engine sends by itself; they are prepared and kept like a repository's.</summary>
/// <remarks>Savepoints have one name: the engine takes the latest.</remarks>
internal static class SqliteCommands
{
    private const string Name = "The transaction";

    /// <summary>Begins a transaction that reads; what it sees is settled by its first statement.</summary>
    public static readonly Statement Begin = Make("begin");

    /// <summary>Begins a transaction that writes, as the only one.</summary>
    public static readonly Statement BeginWrite = Make("begin immediate");

    /// <summary>Makes a transaction last.</summary>
    public static readonly Statement Commit = Make("commit");

    /// <summary>Undoes a transaction.</summary>
    public static readonly Statement Rollback = Make("rollback");

    /// <summary>Begins a part of a transaction.</summary>
    public static readonly Statement Savepoint = Make("savepoint dowel");

    /// <summary>Ends the part.</summary>
    public static readonly Statement Release = Make("release dowel");

    /// <summary>Undoes the part, which is then to be ended.</summary>
    public static readonly Statement RollbackPart = Make("rollback to dowel");

    /// <summary>Refuses writes.</summary>
    public static readonly Statement RefuseWrites = Make("pragma query_only = on");

    /// <summary>Takes writes again.</summary>
    public static readonly Statement TakeWrites = Make("pragma query_only = off");

    /// <summary>Looks into the file.</summary>
    public static readonly Statement Ping = new("Database.PingAsync", "pragma schema_version", "");

    private static Statement Make(string text) => new(Name, text, "");
}
