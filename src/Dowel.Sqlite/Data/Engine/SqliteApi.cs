using System.Runtime.InteropServices;

namespace Dowel.Sqlite;

/// <summary>The functions of the SQLite library, called straight.</summary>
/// <remarks>
/// What only reads memory runs without the transition that lets the garbage collector work meanwhile; what may wait for a file, a lock or
/// another thread, or is long, never does. The caller sees to it that one thread at a time is on a connection.
/// </remarks>
internal static unsafe class SqliteApi
{
    /// <summary><c>sqlite3_prepare_v3</c>: connection, text, its bytes, flags, statement, rest of the text.</summary>
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*, int, uint, nint*, byte**, int> Prepare;

    /// <summary><c>sqlite3_step</c>.</summary>
    public static readonly delegate* unmanaged[Cdecl]<nint, int> Step;

    /// <summary><c>sqlite3_reset</c>.</summary>
    public static readonly delegate* unmanaged[Cdecl]<nint, int> Reset;

    /// <summary><c>sqlite3_finalize</c>.</summary>
    public static readonly delegate* unmanaged[Cdecl]<nint, int> Finalize;

    /// <summary><c>sqlite3_interrupt</c>; of a connection, from any thread.</summary>
    public static readonly delegate* unmanaged[Cdecl]<nint, void> Interrupt;

    /// <summary><c>sqlite3_busy_timeout</c>: connection, milliseconds.</summary>
    public static readonly delegate* unmanaged[Cdecl]<nint, int, int> BusyTimeout;

    /// <summary><c>sqlite3_errmsg</c> of a connection.</summary>
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> ErrorMessage;

    /// <summary><c>sqlite3_extended_errcode</c> of a connection.</summary>
    public static readonly delegate* unmanaged[Cdecl]<nint, int> ErrorCode;

    /// <summary><c>sqlite3_bind_text</c>: statement, parameter, text, its bytes, who frees it.</summary>
    public static readonly delegate* unmanaged[Cdecl]<nint, int, byte*, int, nint, int> BindText;

    /// <summary><c>sqlite3_bind_text</c> for a short text that SQLite takes where it is.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, byte*, int, nint, int> BindShortText;

    /// <summary><c>sqlite3_bind_blob</c>: statement, parameter, bytes, how many, who frees them.</summary>
    public static readonly delegate* unmanaged[Cdecl]<nint, int, byte*, int, nint, int> BindBlob;

    /// <summary><c>sqlite3_bind_int64</c>.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, long, int> BindInt64;

    /// <summary><c>sqlite3_bind_double</c>.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, double, int> BindDouble;

    /// <summary><c>sqlite3_bind_null</c>.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int> BindNull;

    /// <summary><c>sqlite3_bind_parameter_count</c>.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int> ParameterCount;

    /// <summary><c>sqlite3_stmt_readonly</c>.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int> IsReadOnly;

    /// <summary><c>sqlite3_changes</c> of a connection.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int> Changes;

    /// <summary><c>sqlite3_total_changes</c> of a connection.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int> TotalChanges;

    /// <summary><c>sqlite3_get_autocommit</c> of a connection: 0 in a transaction.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int> Autocommit;

    /// <summary><c>sqlite3_column_value</c>: statement, column. Taking a value once spares a lock of SQLite's for each further question.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, nint> ColumnValue;

    /// <summary><c>sqlite3_value_type</c>.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int> ValueType;

    /// <summary><c>sqlite3_value_int64</c>.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long> ValueInt64;

    /// <summary><c>sqlite3_value_double</c>.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, double> ValueDouble;

    /// <summary><c>sqlite3_value_text</c>.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, byte*> ValueText;

    /// <summary><c>sqlite3_value_blob</c>.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, byte*> ValueBlob;

    /// <summary><c>sqlite3_value_bytes</c>; after text or blob has been asked for.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int> ValueBytes;

#pragma warning disable CA1810 // One look for the library, then all functions from it.
    static SqliteApi()
#pragma warning restore CA1810
    {
        var library = SqliteLibrary.Find();
        nint Get(string name) => NativeLibrary.GetExport(library, name);

        Prepare = (delegate* unmanaged[Cdecl]<nint, byte*, int, uint, nint*, byte**, int>)Get("sqlite3_prepare_v3");
        Step = (delegate* unmanaged[Cdecl]<nint, int>)Get("sqlite3_step");
        Reset = (delegate* unmanaged[Cdecl]<nint, int>)Get("sqlite3_reset");
        Finalize = (delegate* unmanaged[Cdecl]<nint, int>)Get("sqlite3_finalize");
        Interrupt = (delegate* unmanaged[Cdecl]<nint, void>)Get("sqlite3_interrupt");
        BusyTimeout = (delegate* unmanaged[Cdecl]<nint, int, int>)Get("sqlite3_busy_timeout");
        ErrorMessage = (delegate* unmanaged[Cdecl]<nint, nint>)Get("sqlite3_errmsg");
        ErrorCode = (delegate* unmanaged[Cdecl]<nint, int>)Get("sqlite3_extended_errcode");
        BindText = (delegate* unmanaged[Cdecl]<nint, int, byte*, int, nint, int>)Get("sqlite3_bind_text");
        BindShortText = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, byte*, int, nint, int>)Get("sqlite3_bind_text");
        BindBlob = (delegate* unmanaged[Cdecl]<nint, int, byte*, int, nint, int>)Get("sqlite3_bind_blob");
        BindInt64 = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, long, int>)Get("sqlite3_bind_int64");
        BindDouble = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, double, int>)Get("sqlite3_bind_double");
        BindNull = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int>)Get("sqlite3_bind_null");
        ParameterCount = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int>)Get("sqlite3_bind_parameter_count");
        IsReadOnly = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int>)Get("sqlite3_stmt_readonly");
        Changes = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int>)Get("sqlite3_changes");
        TotalChanges = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int>)Get("sqlite3_total_changes");
        Autocommit = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int>)Get("sqlite3_get_autocommit");
        ColumnValue = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, nint>)Get("sqlite3_column_value");
        ValueType = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int>)Get("sqlite3_value_type");
        ValueInt64 = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long>)Get("sqlite3_value_int64");
        ValueDouble = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, double>)Get("sqlite3_value_double");
        ValueText = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, byte*>)Get("sqlite3_value_text");
        ValueBlob = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, byte*>)Get("sqlite3_value_blob");
        ValueBytes = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int>)Get("sqlite3_value_bytes");
    }
}
