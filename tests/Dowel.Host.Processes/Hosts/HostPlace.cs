namespace Dowel.HostProcesses;

/// <summary>Where services keep their data, for one test.</summary>
/// <remarks>Its gate stands in the middle of the migrations, before the tables of the deployment store: closed, it holds them up there.</remarks>
public abstract class HostPlace : IAsyncDisposable
{
    private static readonly string[] Systems = ["core_data", "deploy_store", "game_accounts", "workspaces", "xp"];

    /// <summary>The folder for files.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("dowel-host-").FullName;

    /// <summary>What a service is told on its command line.</summary>
    public abstract IReadOnlyList<string> Arguments { get; }

    /// <summary>What a service is told by its environment.</summary>
    public virtual IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A query for the names of tables.</summary>
    protected abstract string Tables { get; }

    /// <summary>Opens a session on the database of a system.</summary>
    public abstract Task<TestConnection> ConnectAsync(string system);

    /// <summary>Closes the gate until what is returned is disposed.</summary>
    public abstract Task<TestConnection> CloseGateAsync();

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Reads rows of a system: columns joined by <c>|</c>, rows by <c>,</c>.</summary>
    public async Task<string> QueryAsync(string system, string sql)
    {
        await using var connection = await ConnectAsync(system);
        return await connection.QueryAsync(sql);
    }

    /// <summary>The tables of a system, by name.</summary>
    public async Task<string[]> ListTablesAsync(string system) => (await QueryAsync(system, Tables)).Split(',');

    /// <summary>What all histories say: a line for each script.</summary>
    public async Task<IReadOnlyList<string>> ReadHistoriesAsync()
    {
        var lines = new List<string>();
        foreach (var system in Systems)
        {
            var history = system == "deploy_store" ? "schema_migrations" : "schema_history";
            lines.AddRange((await QueryAsync(system, $"select version from {history} order by rank")).Split(',').Select(version => $"{system} {version}"));
        }

        return lines;
    }

    /// <summary>Waits until a service is held up at the gate.</summary>
    /// <param name="hosts">Some services.</param>
    /// <returns>One of them that is.</returns>
    internal async Task<HostProcess> FindAtGateAsync(params HostProcess[] hosts)
    {
        while (true)
        {
            if (await IsHoldingAsync() && hosts.FirstOrDefault(host => IsAtGate(host.Output)) is { } found)
            {
                return found;
            }

            hosts.ShouldNotContain(host => host.Output.Contains(HostProcess.Listening, StringComparison.Ordinal));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Whether the database itself says that somebody waits at the gate.</summary>
    protected virtual Task<bool> IsHoldingAsync() => Task.FromResult(true);

    /// <summary>Whether a service that has said this is at the gate.</summary>
    protected abstract bool IsAtGate(string output);
}
