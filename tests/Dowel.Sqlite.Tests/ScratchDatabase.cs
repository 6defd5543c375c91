using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dowel.Sqlite.Tests;

/// <summary>A database file that lives as long as a test.</summary>
internal sealed class ScratchDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dowel-");
    private readonly SqliteConnection _connection;

    public ScratchDatabase()
    {
        _connection = new($"Data Source={Path.Combine(_folder.FullName, "x.db")};Pooling=false");
        _connection.Open();
    }

    private sqlite3 Handle => _connection.Handle!;

    public void Run(string sql) => raw.sqlite3_exec(Handle, sql).ShouldBe(raw.SQLITE_OK, raw.sqlite3_errmsg(Handle).utf8_to_string());

    /// <summary>What the engine says against a statement, or null.</summary>
    public string? MessageOf(string sql) =>
        raw.sqlite3_exec(Handle, sql) == raw.SQLITE_OK ? null : raw.sqlite3_errmsg(Handle).utf8_to_string();

    /// <summary>What the engine says against a statement before running it, or null.</summary>
    public string? PrepareMessageOf(string sql)
    {
        var code = raw.sqlite3_prepare_v2(Handle, sql, out var statement);
        var message = code == raw.SQLITE_OK ? null : raw.sqlite3_errmsg(Handle).utf8_to_string();
        statement?.Dispose();
        return message;
    }

    /// <summary>The schema as the engine keeps it, without white space at the end of an index's text.</summary>
    public string Schema()
    {
        const string query = "select group_concat(rtrim(sql, char(9, 10, 13, 32)), char(10)) from (select sql from sqlite_master order by rowid)";
        raw.sqlite3_prepare_v2(Handle, query, out var statement).ShouldBe(raw.SQLITE_OK);
        using (statement)
        {
            raw.sqlite3_step(statement).ShouldBe(raw.SQLITE_ROW);
            return raw.sqlite3_column_text(statement, 0).utf8_to_string();
        }
    }

    /// <summary>Runs a script as the engine cuts it and tells where each of its statements begins to be read and where it ends.</summary>
    public List<(int From, int To)> Walk(string script)
    {
        var pieces = new List<(int From, int To)>();
        for (var from = 0; from < script.Length;)
        {
            var code = raw.sqlite3_prepare_v2(Handle, script[from..], out var statement, out var tail);
            code.ShouldBe(raw.SQLITE_OK, $"{raw.sqlite3_errmsg(Handle).utf8_to_string()} at {from} of {script}");
            var to = script.Length - (tail?.Length ?? 0);
            if (statement is { IsInvalid: false })
            {
                pieces.Add((from, to));
                while ((code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
                {
                }

                code.ShouldBe(raw.SQLITE_DONE, raw.sqlite3_errmsg(Handle).utf8_to_string());
            }

            statement?.Dispose();
            from = to;
        }

        return pieces;
    }

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Delete(recursive: true);
    }
}
