using System.Security.Cryptography;
using System.Text;
using Dowel.Data;
using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Sqlite;

namespace Dowel.Testing;

/// <summary>Scripts for an engine, and what tells their result from that of others.</summary>
/// <param name="Set">The scripts.</param>
/// <param name="Options">How they are applied.</param>
/// <param name="Key">A checksum of all that decides what comes of them, in hexadecimal digits.</param>
internal sealed record TestScripts(ScriptSet Set, TestDatabaseOptions Options, string Key)
{
    private const int KeyBytes = 10;
    private const char End = '\u001f';

    /// <summary>Loads scripts.</summary>
    public static TestScripts Load(IScriptSource source, DatabaseEngine engine, TestDatabaseOptions options)
    {
        Dialect dialect = engine == DatabaseEngine.Sqlite ? new SqliteDialect() : new PostgresDialect();
        var set = ScriptSetLoader.Load([source], dialect, options.Scripts).With(options.Code);
        return new(set, options, KeyOf(set, dialect, options));
    }

    /// <summary>Applies them.</summary>
    /// <exception cref="DowelException">They cannot be applied.</exception>
    public async Task ApplyAsync(IMigrationDatabase database)
    {
        await using var _ = database.ConfigureAwait(false);
        await new Migrator(database, Set).ApplyAsync(CancellationToken.None).ConfigureAwait(false);
    }

    // Another build of the migrator may keep other books.
    private static string KeyOf(ScriptSet set, Dialect dialect, TestDatabaseOptions options)
    {
        var text = new StringBuilder()
            .Append(typeof(Migrator).Module.ModuleVersionId).Append(End)
            .Append(dialect.Name).Append(End).Append(set.Layout).Append(End).Append(set.Tokens).Append(End)
            .Append(options.HistoryTable).Append(End).Append(options.Schema).Append(End);
        foreach (var script in set.Scripts)
        {
            text.Append(script.Kind).Append(End).Append(script.Id).Append(End).Append(script.Description).Append(End)
                .Append(script.Path).Append(End).Append(script.Checksum).Append(End);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, KeyBytes));
    }
}
