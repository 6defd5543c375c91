using System.Data.Common;
using Dowel.Cli;

namespace Dowel.Benchmarks;

/// <summary>A folder with a file for each system.</summary>
internal sealed class SqliteRacePlace : RacePlace
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Arguments => ["--provider", "sqlite", "--data", Folder];

    /// <inheritdoc/>
    public override Task<DbConnection> ConnectAsync(string system) => Task.FromResult(SqliteLinks.Open(SqliteLinks.Of(Folder, system)));

    /// <inheritdoc/>
    public override Task<string> DescribeAsync() => Task.FromResult($"SQLite {SqliteNativeLibrary.Version}");
}
