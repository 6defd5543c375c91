using Dowel.Data;

namespace Dowel.HostTests;

/// <summary>A service with its first user, who is its admin, and a policy for rewards.</summary>
public abstract class SharedHost(DatabaseEngine engine) : IAsyncLifetime
{
    public const string AdminEmail = "admin@example.org";

    private int _users;

    public RunningHost Running { get; } = new(engine);

    public async ValueTask InitializeAsync()
    {
        await Running.InitializeAsync();
        await User.RegisterAsync(Running, AdminEmail);
        var admin = await AdminAsync();
        (await admin.PostAsync("/xp/policies/daily_login/versions", new { baseXp = 10 })).ShouldBe(201);
        (await admin.PutAsync("/xp/policies/daily_login/active", new { version = 1 })).ShouldBe(204);
    }

    public async ValueTask DisposeAsync()
    {
        await Running.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody whom no other test knows.</summary>
    public Task<User> AddAsync(string name) => User.AddAsync(Running, $"{name}-{Interlocked.Increment(ref _users)}@example.org");

    /// <summary>The admin, with a token of now.</summary>
    public Task<User> AdminAsync() => User.LogInAsync(Running, AdminEmail);
}
