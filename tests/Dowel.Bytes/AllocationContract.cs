using System.Runtime.CompilerServices;
using Dowel.Conformance;
using Dowel.Data;
using Dowel.Hosting;
using Dowel.Sqlite;
using Microsoft.Extensions.DependencyInjection;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Dowel.Bytes;

/// <summary>How many bytes each operation allocates, what it gives back included. Nothing else runs in this process meanwhile.</summary>
/// <remarks>Unoptimised code allocates a box for each asynchronous method, so a debug build has nothing to say here.</remarks>
public abstract class AllocationContract(Engine engine) : IAsyncLifetime
{
    private const int Rows = 1000;
    private const int Rounds = 7;
    private static readonly long RecordBytes = BytesOf(() => new Member(1, 1, 1, true, 1));

    private TestDatabase _place = null!;
    private Database _database = null!;
    private MemberRepository _members = null!;
    private long _next = 1_000_000;

    /// <summary>Opens the database as repositories use it.</summary>
    protected virtual Database Open(TestDatabase place) => place.OpenData();

    /// <summary>What an operation may allocate on this engine beside its result.</summary>
    protected abstract long Allowed(string operation);

    public async ValueTask InitializeAsync()
    {
        _place = await engine.CreateAsync();
        await _place.ExecuteAsync("""
            create table members (id bigint not null primary key, level bigint not null, score double precision not null, is_active boolean not null, invited_by bigint);
            """);
        _database = Open(_place);
        _members = new(_database);
        await _members.InsertManyAsync([.. Enumerable.Range(1, Rows).Select(i => Make(i))], TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _place.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public Task Finding() => AllocatesAsync("find", RecordBytes, 500, async () => await _members.FindAsync(7));

    [Fact]
    public Task Finding_nothing() => AllocatesAsync("find", 0, 500, async () => await _members.FindAsync(-7));

    [Fact]
    public Task Counting() => AllocatesAsync("count", 0, 100, async () => await _members.CountAsync());

    // A list grows by doubling: 1,024 references at last, as many again on the way.
    [Fact]
    public Task Listing() => AllocatesAsync("list", (Rows * RecordBytes) + (2048 * IntPtr.Size), 20, async () => await _members.UpToAsync(Rows));

    [Fact]
    public Task Updating() => AllocatesAsync("update", RecordBytes, 200, async () => await _members.UpdateAsync(Make(7)));

    [Fact]
    public Task Upserting() => AllocatesAsync("upsert", RecordBytes, 200, async () => await _members.UpsertAsync(Make(7)));

    [Fact]
    public Task Inserting() => AllocatesAsync("insert", RecordBytes, 200, async () => await _members.InsertAsync(Make(_next++)));

    [Fact]
    public Task Deleting() => AllocatesAsync("delete", 0, 200, async () => await _members.DeleteAsync(-7));

    private static Member Make(long id) => new(id, id, id / 2.0, true, id % 2 == 0 ? null : id);

    private async Task AllocatesAsync(string operation, long result, int times, Func<Task> once)
    {
        Assert.SkipWhen(System.Diagnostics.DebuggableAttribute.GetCustomAttribute(typeof(MemberRepository).Assembly, typeof(System.Diagnostics.DebuggableAttribute))
            is System.Diagnostics.DebuggableAttribute { IsJITOptimizerDisabled: true }, "This is a debug build.");
        var least = long.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < times; i++)
            {
                await once();
            }

            least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / times);
        }

        var beside = least - result;
        TestContext.Current.TestOutputHelper?.WriteLine($"{operation}: {beside} B beside its result");
        beside.ShouldBeLessThanOrEqualTo(Allowed(operation), $"{operation} on {engine}");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long BytesOf(Func<object> make)
    {
        make();
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(make());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

public sealed class SqliteAllocations() : AllocationContract(Engine.Sqlite)
{
    // Nothing at all; of a list there is the list itself, and what its arrays have before their elements.
    protected override long Allowed(string operation) => operation == "list" ? 300 : 0;
}

public sealed class HostedAllocations() : AllocationContract(Engine.Sqlite)
{
    // A service may be watched, and while nobody watches it is as above.
    protected override long Allowed(string operation) => operation == "list" ? 300 : 0;

    protected override Database Open(TestDatabase place)
    {
        var services = new ServiceCollection();
        services.AddDowel(options => options.ConnectionString = place.ConnectionString).AddSqlite();
        return services.BuildServiceProvider().GetRequiredService<Database>();
    }
}

public sealed class PostgresAllocations() : AllocationContract(Engine.Postgres)
{
    // The driver's connection, and what it takes to wait for the server.
    protected override long Allowed(string operation) => operation == "list" ? 60_000 : 1800;
}
