using Dowel.Migrations;
using Npgsql;

namespace Dowel.Schema.Tests;

/// <summary>A server that goes away while a schema is read.</summary>
public sealed class PostgresGoneTests
{
    [Fact]
    public async Task It_is_told_as_unreachable()
    {
        foreach (var look in new Func<Scratch, Task>[] { scratch => scratch.Database.ReadModelAsync(TestContext.Current.CancellationToken), scratch => scratch.Database.QueryAsync("select 1", TestContext.Current.CancellationToken) })
        {
            await using var scratch = await Scratch.PostgresAsync();
            await EndAsync((await scratch.Database.QueryAsync("select pg_backend_pid()::text", TestContext.Current.CancellationToken))[0][0]!);

            (await Should.ThrowAsync<DatabaseUnavailableException>(() => look(scratch))).Code.ShouldBe("DWL1106");
        }
    }

    private static async Task EndAsync(string process)
    {
        await using var connection = new NpgsqlConnection(Scratch.ServerSettings().ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"select pg_terminate_backend({process}, 5000)", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
