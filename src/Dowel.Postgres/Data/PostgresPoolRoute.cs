using Npgsql;

namespace Dowel.Postgres;

/// <summary>Sends each statement by itself, over a connection that is rented for it.</summary>
internal sealed class PostgresPoolRoute(PostgresCallPool calls, bool prepares, string database) : PostgresRoute(calls, prepares)
{
    /// <inheritdoc/>
    protected override bool StandsAlone => true;

    /// <inheritdoc/>
    protected override ValueTask EnterAsync(PostgresCall call, CancellationToken cancellationToken)
    {
        var opening = call.OpenAsync(cancellationToken);
        if (!opening.IsCompletedSuccessfully)
        {
            return AwaitAsync(opening, call);
        }

        call.Stage = PostgresStage.Reading;
        return default;
    }

    /// <inheritdoc/>
    protected override async ValueTask LeaveAsync(PostgresCall call)
    {
        try
        {
            await call.CloseAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (error is NpgsqlException or IOException)
        {
            // Broken; the pool drops it.
        }
    }

    /// <inheritdoc/>
    protected override Exception Fail(PostgresCall call, PostgresFailure failure, CancellationToken cancellationToken) =>
        PostgresErrors.Translate(failure, new(call.Stage, database, call.Statement, cancellationToken));

    private static async ValueTask AwaitAsync(Task opening, PostgresCall call)
    {
        await opening.ConfigureAwait(false);
        call.Stage = PostgresStage.Reading;
    }
}
