using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Dowel.Cli;

/// <summary>Chooses the SQLite that this process runs on, before the first connection is opened.</summary>
/// <remarks>
/// The package's own library is SQLite 3.35 of 2021: no STRICT tables, no <c>-&gt;&gt;</c>. Scripts are written for what a
/// machine's <c>sqlite3</c> takes, so the newer one is used. This is for executables alone: two SQLite libraries in one process
/// break each other's file locks, so a library must use whatever provider its process has registered.
/// </remarks>
internal static class SqliteNativeLibrary
{
    /// <summary>The environment variable that names a library, which is then used whatever its version.</summary>
    public const string Variable = "DOWEL_SQLITE_LIBRARY";

    private static readonly Lock Gate = new();
    private static nint _handle;

    /// <summary>The version in use, as in <c>3.40.1</c>.</summary>
    public static string Version => raw.sqlite3_libversion().utf8_to_string();

    /// <summary>Makes the process use a library; calls after the first do nothing.</summary>
    /// <param name="path">The library's file; null for the one the environment names, else the newer of the system's and the package's.</param>
    /// <exception cref="DllNotFoundException">The library named cannot be loaded.</exception>
    public static void Use(string? path = null)
    {
        lock (Gate)
        {
            if (_handle != 0)
            {
                return;
            }

            var provider = typeof(SQLite3Provider_e_sqlite3).Assembly;
            path ??= Environment.GetEnvironmentVariable(Variable);
            _handle = string.IsNullOrEmpty(path) ? LoadNewest(provider) : Load(path);
            NativeLibrary.SetDllImportResolver(provider, (name, _, _) => name == "e_sqlite3" ? _handle : 0);
            raw.SetProvider(new SQLite3Provider_e_sqlite3());
            // Microsoft.Data.Sqlite registers the package's provider on its first use; frozen, ours stays.
            raw.FreezeProvider();
        }
    }

    private static nint Load(string path)
    {
        if (NativeLibrary.TryLoad(path, out var handle) && VersionNumberOf(handle) > 0)
        {
            return handle;
        }

        throw new DllNotFoundException($"'{path}' is not a SQLite library that this process can load.");
    }

    private static nint LoadNewest(Assembly provider)
    {
        // Asked for its version only, the library that loses does nothing and is let go again.
        NativeLibrary.TryLoad("e_sqlite3", provider, null, out var packaged);
        var system = LoadSystem();
        var (chosen, other) = VersionNumberOf(system) > VersionNumberOf(packaged) ? (system, packaged) : (packaged, system);
        if (other != 0)
        {
            NativeLibrary.Free(other);
        }

        return chosen != 0 ? chosen : throw new DllNotFoundException("There is no SQLite library: neither the package's nor the system's can be loaded.");
    }

    private static nint LoadSystem()
    {
        var name = OperatingSystem.IsMacOS() ? "/usr/lib/libsqlite3.dylib" : OperatingSystem.IsLinux() ? "libsqlite3.so.0" : null;
        return name is not null && NativeLibrary.TryLoad(name, out var handle) ? handle : 0;
    }

    /// <summary>For 3.40.1 it is 3040001; 0 where the library is no SQLite.</summary>
    private static int VersionNumberOf(nint handle) =>
        handle != 0 && NativeLibrary.TryGetExport(handle, "sqlite3_libversion_number", out var function)
            ? Marshal.GetDelegateForFunctionPointer<VersionNumber>(function)()
            : 0;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();
}
