using System.Runtime.InteropServices;
using SQLitePCL;

namespace Dowel.Sqlite;

/// <summary>The SQLite library that the process's provider has loaded.</summary>
/// <remarks>
/// Two SQLite libraries in one process break each other's file locks, so it is never looked for by name: the text that
/// <c>sqlite3_libversion</c> gives lies inside the library's image, the system says which image that is, and what is found must give the
/// same address when it is asked the same.
/// </remarks>
internal static unsafe class SqliteLibrary
{
    private const uint FromAddress = 4;
    private const uint UnchangedReferenceCount = 2;

    /// <summary>The library's handle.</summary>
    /// <exception cref="DllNotFoundException">It cannot be told which library the provider uses.</exception>
    public static nint Find()
    {
        fixed (byte* version = raw.sqlite3_libversion())
        {
            var image = OperatingSystem.IsWindows() ? FindModule(version) : FindImage(version);
            foreach (var candidate in (ReadOnlySpan<nint>)[image, NativeLibrary.GetMainProgramHandle()])
            {
                if (IsHome(candidate, version))
                {
                    return candidate;
                }
            }
        }

        throw new DllNotFoundException($"The library behind SQLite's provider '{raw.GetNativeLibraryName()}' cannot be told from others in this process.");
    }

    private static bool IsHome(nint library, byte* version) =>
        library != 0
        && NativeLibrary.TryGetExport(library, "sqlite3_libversion", out var function)
        && ((delegate* unmanaged[Cdecl]<byte*>)function)() == version;

    // The first of dladdr's four answers is the path that the image was loaded from.
    private static nint FindImage(byte* address)
    {
        var answers = stackalloc nint[4];
        return NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "dladdr", out var function)
            && ((delegate* unmanaged[Cdecl]<byte*, nint*, int>)function)(address, answers) != 0
            && NativeLibrary.TryLoad(Marshal.PtrToStringUTF8(answers[0]) ?? "", out var library)
                ? library
                : 0;
    }

    private static nint FindModule(byte* address)
    {
        nint module = 0;
        return NativeLibrary.TryLoad("kernel32.dll", out var kernel)
            && NativeLibrary.TryGetExport(kernel, "GetModuleHandleExW", out var function)
            && ((delegate* unmanaged<uint, byte*, nint*, int>)function)(FromAddress | UnchangedReferenceCount, address, &module) != 0
                ? module
                : 0;
    }
}
