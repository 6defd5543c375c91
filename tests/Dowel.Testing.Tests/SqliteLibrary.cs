using System.Runtime.CompilerServices;
using Dowel.Cli;

namespace Dowel.Testing.Tests;

internal static class SqliteLibrary
{
    // The newest library of the machine, in place of the package's.
    [ModuleInitializer]
    internal static void Use() => SqliteNativeLibrary.Use();
}
