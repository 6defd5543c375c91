using System.Reflection;

namespace GameAccounts;

/// <summary>Where the scripts of the game accounts' schema are.</summary>
public static class GameAccountsMigrations
{
    /// <summary>What the names of the embedded scripts start with.</summary>
    public const string ResourcePrefix = "migrations/";

    /// <summary>The name of the history table.</summary>
    public const string HistoryTable = "schema_history";

    /// <summary>The PostgreSQL schema that the tables are in unless another is asked for.</summary>
    public const string DefaultSchema = "game_accounts";

    /// <summary>The assembly that carries the scripts.</summary>
    public static Assembly Assembly => typeof(GameAccountsMigrations).Assembly;
}
