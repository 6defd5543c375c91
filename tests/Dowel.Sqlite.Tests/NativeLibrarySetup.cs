using System.Runtime.CompilerServices;
using Dowel.Cli;

namespace Dowel.Sqlite.Tests;

internal static class NativeLibrarySetup
{
    [ModuleInitializer]
    public static void Use() => SqliteNativeLibrary.Use();
}
