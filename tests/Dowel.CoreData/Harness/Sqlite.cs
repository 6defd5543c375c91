using System.Runtime.CompilerServices;
using Dowel.Cli;

namespace Dowel.CoreDataTests;

internal static class Sqlite
{
    [ModuleInitializer]
    internal static void Choose() => SqliteNativeLibrary.Use();
}
