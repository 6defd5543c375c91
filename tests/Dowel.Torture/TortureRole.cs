namespace Dowel.Torture;

/// <summary>The role that scripts change to. Roles belong to the server, so it is made once and taken away behind the last script.</summary>
public sealed class TortureRole : IAsyncLifetime
{
    private const string Name = "dowel_torture";

    public ValueTask InitializeAsync() =>
        RunAsync($"do $$ begin create role {Name}; exception when duplicate_object then null; end $$");

    public ValueTask DisposeAsync() => RunAsync($"drop role if exists {Name}");

    private static async ValueTask RunAsync(string sql)
    {
        await using var database = await Engine.Postgres.CreateAsync();
        await database.ExecuteAsync(sql);
    }
}
