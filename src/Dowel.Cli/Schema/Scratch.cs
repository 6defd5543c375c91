using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>A throw-away database.</summary>
/// <param name="database">The database, gone when this is disposed.</param>
/// <param name="options">How scripts are run on it.</param>
internal sealed class Scratch(IMigrationDatabase database, MigratorOptions options) : IAsyncDisposable
{
    /// <summary>The database.</summary>
    public IMigrationDatabase Database => database;

    /// <summary>Applies scripts.</summary>
    /// <param name="set">The scripts.</param>
    /// <param name="target">The last version; null for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ScriptFailedException">One failed; what it says to do is about the script alone.</exception>
    public async Task<MigrationRun> ApplyAsync(ScriptSet set, MigrationVersion? target, CancellationToken cancellationToken)
    {
        try
        {
            return await new Migrator(database, set, options with { Target = target }).ApplyAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ScriptFailedException failed) when (failed.Failure.Kind == FailureKind.Error)
        {
            throw new ScriptFailedException(failed.Errors[0] with { Remedy = "Mend the script. It was tried on a throw-away database; nothing else was touched." }, failed.Failure, failed.Run with { Applied = [] })
            {
                Script = failed.Script,
                Excerpt = failed.Excerpt,
            };
        }
    }

    /// <summary>Takes the newest versions back.</summary>
    public Task<MigrationRun> UndoAsync(ScriptSet set, int count, CancellationToken cancellationToken) =>
        new Migrator(database, set, options).UndoAsync(count, cancellationToken);

    /// <summary>Reads the schema.</summary>
    public Task<DatabaseModel> ReadAsync(CancellationToken cancellationToken) => UseAsync(schema => schema.ReadModelAsync(cancellationToken), cancellationToken);

    /// <summary>Looks at schema and values.</summary>
    public async Task<T> UseAsync<T>(Func<ISchemaDatabase, Task<T>> look, CancellationToken cancellationToken)
    {
        var schema = await Engines.OpenSchemaAsync(database, cancellationToken).ConfigureAwait(false);
        await using var _ = schema.ConfigureAwait(false);
        return await look(schema).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => database.DisposeAsync();
}
