using Dowel.Cli;
using Microsoft.Data.Sqlite;

namespace Dowel.HostProcesses;

/// <summary>A folder with a file for each system.</summary>
public sealed class SqlitePlace : HostPlace
{
    private const int Others = 4; // systems that are brought to their schemas side by side with the one that is held up

    static SqlitePlace() => SqliteNativeLibrary.Use();

    /// <inheritdoc/>
    public override IReadOnlyList<string> Arguments => ["--provider", "sqlite", "--data", Folder];

    /// <inheritdoc/>
    protected override string Tables => "select name from sqlite_master where type = 'table' order by name";

    /// <inheritdoc/>
    public override async Task<TestConnection> ConnectAsync(string system)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, system)}.db;Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return new(connection);
    }

    /// <inheritdoc/>
    public override async Task<TestConnection> CloseGateAsync()
    {
        var gate = await ConnectAsync("deploy_store");
        await gate.ExecuteAsync("pragma journal_mode = wal; begin immediate");
        return gate;
    }

    /// <inheritdoc/>
    protected override bool IsAtGate(string output) => output.Split("at version ").Length == 1 + Others;
}
