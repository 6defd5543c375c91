using Dowel.Cli;
using Microsoft.Data.Sqlite;

namespace Dowel.Sqlite.Tests;

public sealed class SqliteNativeLibraryTests
{
    [Fact]
    public void Connections_run_on_the_library_that_was_chosen()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        connection.ServerVersion.ShouldBe(SqliteNativeLibrary.Version);
        Version.Parse(connection.ServerVersion).ShouldBeGreaterThanOrEqualTo(new Version(3, 35));
    }

    [Fact]
    public void A_second_choice_changes_nothing()
    {
        var version = SqliteNativeLibrary.Version;
        SqliteNativeLibrary.Use("/nowhere/libsqlite3.so");
        SqliteNativeLibrary.Version.ShouldBe(version);
    }
}
