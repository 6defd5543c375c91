using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Dowel.Benchmarks;

/// <summary>What can be had of SQLite at most: its C interface by function pointers, statements prepared once, no checks that a service could leave out.</summary>
internal sealed unsafe class HandSqlite : IDisposable
{
    private const string Columns = "user_id, email, username, pass_hash, created_at, last_login_at";
    private const int Row = 100;
    private const int Null = 5;

    private readonly SqliteConnection _connection;
    private readonly Functions _functions;
    private readonly byte[] _text = GC.AllocateArray<byte>(4096, pinned: true);
    private readonly nint _find;
    private readonly nint _list;
    private readonly nint _insert;
    private readonly nint _begin;
    private readonly nint _commit;

    public HandSqlite(string connectionString)
    {
        _connection = new(connectionString);
        _connection.Open();
        _functions = new(NativeLibrary.Load(Environment.GetEnvironmentVariable("DOWEL_SQLITE_LIBRARY") ?? "libsqlite3.so.0"));
        _find = Prepare($"select {Columns} from accounts where user_id = ?1");
        _list = Prepare($"select {Columns} from accounts order by user_id limit ?1");
        _insert = Prepare($"insert into inserted ({Columns}) values (?1, ?2, ?3, ?4, ?5, ?6)");
        _begin = Prepare("begin immediate");
        _commit = Prepare("commit");
    }

    /// <summary>One row by its key.</summary>
    public Account? Find(long userId)
    {
        _functions.BindInt64(_find, 1, userId);
        var account = _functions.Step(_find) == Row ? Read(_find) : null;
        _functions.Reset(_find);
        return account;
    }

    /// <summary>The first rows.</summary>
    public List<Account> List(long limit)
    {
        var accounts = new List<Account>();
        _functions.BindInt64(_list, 1, limit);
        while (_functions.Step(_list) == Row)
        {
            accounts.Add(Read(_list));
        }

        _functions.Reset(_list);
        return accounts;
    }

    /// <summary>Inserts in one transaction.</summary>
    public void Insert(IReadOnlyCollection<Account> accounts)
    {
        Run(_begin);
        foreach (var account in accounts)
        {
            var used = 0;
            _functions.BindInt64(_insert, 1, account.UserId);
            BindText(2, account.Email, ref used);
            BindText(3, account.Username, ref used);
            BindText(4, account.PassHash, ref used);
            _functions.BindInt64(_insert, 5, account.CreatedAt);
            if (account.LastLoginAt is { } lastLoginAt)
            {
                _functions.BindInt64(_insert, 6, lastLoginAt);
            }
            else
            {
                _functions.BindNull(_insert, 6);
            }

            Run(_insert);
        }

        Run(_commit);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in new[] { _find, _list, _insert, _begin, _commit })
        {
            _functions.Complete(statement);
        }

        _connection.Dispose();
    }

    private void Run(nint statement)
    {
        _functions.Step(statement);
        if (_functions.Reset(statement) is not 0 and var code)
        {
            throw new InvalidOperationException($"SQLite says {code}.");
        }
    }

    private void BindText(int index, string text, ref int used)
    {
        var bytes = Encoding.UTF8.GetBytes(text, _text.AsSpan(used));
        _functions.BindText(_insert, index, (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_text, used), bytes, 0);
        used += bytes;
    }

    private Account Read(nint row) => new(
        _functions.ColumnInt64(row, 0),
        ReadText(row, 1),
        ReadText(row, 2),
        ReadText(row, 3),
        _functions.ColumnInt64(row, 4),
        _functions.ColumnType(row, 5) == Null ? null : _functions.ColumnInt64(row, 5));

    private string ReadText(nint row, int column)
    {
        var text = _functions.ColumnText(row, column);
        return Encoding.UTF8.GetString(text, _functions.ColumnBytes(row, column));
    }

    private nint Prepare(string sql)
    {
        var bytes = Encoding.UTF8.GetBytes(sql);
        nint statement;
        fixed (byte* text = bytes)
        {
            const uint persistent = 1;
            var code = _functions.Prepare(_connection.Handle!.DangerousGetHandle(), text, bytes.Length, persistent, &statement, null);
            return code == 0 ? statement : throw new InvalidOperationException($"SQLite says {code} to: {sql}");
        }
    }

    private readonly struct Functions(nint library)
    {
        public readonly delegate* unmanaged[Cdecl]<nint, byte*, int, uint, nint*, byte**, int> Prepare =
            (delegate* unmanaged[Cdecl]<nint, byte*, int, uint, nint*, byte**, int>)NativeLibrary.GetExport(library, "sqlite3_prepare_v3");

        public readonly delegate* unmanaged[Cdecl]<nint, int> Step = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "sqlite3_step");

        public readonly delegate* unmanaged[Cdecl]<nint, int> Reset = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "sqlite3_reset");

        public readonly delegate* unmanaged[Cdecl]<nint, int> Complete = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "sqlite3_finalize");

        public readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, long, int> BindInt64 =
            (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, long, int>)NativeLibrary.GetExport(library, "sqlite3_bind_int64");

        public readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, byte*, int, nint, int> BindText =
            (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, byte*, int, nint, int>)NativeLibrary.GetExport(library, "sqlite3_bind_text");

        public readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int> BindNull =
            (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int>)NativeLibrary.GetExport(library, "sqlite3_bind_null");

        public readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int> ColumnType =
            (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int>)NativeLibrary.GetExport(library, "sqlite3_column_type");

        public readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, long> ColumnInt64 =
            (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, long>)NativeLibrary.GetExport(library, "sqlite3_column_int64");

        public readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, byte*> ColumnText =
            (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, byte*>)NativeLibrary.GetExport(library, "sqlite3_column_text");

        public readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int> ColumnBytes =
            (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int>)NativeLibrary.GetExport(library, "sqlite3_column_bytes");
    }
}
