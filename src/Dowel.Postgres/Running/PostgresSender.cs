using System.Data;
using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Sends pieces in as few round trips as the protocol allows, and says which one failed.</summary>
internal sealed class PostgresSender(NpgsqlConnection connection)
{
    private const int PiecesMax = 128;
    private const int CharactersMax = 1 << 19;

    /// <summary>Sends them in order; the first failure ends it.</summary>
    /// <returns>Null where all were done.</returns>
    public async Task<StatementFailure?> SendAsync(IReadOnlyList<PostgresPiece> pieces, CancellationToken cancellationToken)
    {
        for (var next = 0; next < pieces.Count;)
        {
            if (connection.State != ConnectionState.Open)
            {
                return PostgresFailures.Describe(new NpgsqlException("the connection was lost before"), pieces[next]);
            }

            var count = CountOfNextTrip(pieces, next);
            var failure = pieces[next].Act is { } act ? await act(cancellationToken).ConfigureAwait(false)
                : pieces[next].Copy is not null
                ? await new PostgresCopier(connection).RunAsync(pieces[next], cancellationToken).ConfigureAwait(false)
                : await SendTripAsync(pieces, next, count, cancellationToken).ConfigureAwait(false);
            if (failure is not null)
            {
                return failure;
            }

            next += count;
        }

        return null;
    }

    private static int CountOfNextTrip(IReadOnlyList<PostgresPiece> pieces, int first)
    {
        var characters = 0;
        var end = first;
        do
        {
            characters += pieces[end].Sql.Length;
            end++;
        }
        while (end < pieces.Count && !pieces[end - 1].IsAlone && !pieces[end].IsAlone && !pieces[end - 1].MustChangeRow
            && end - first < PiecesMax && characters < CharactersMax);
        return end - first;
    }

    private async Task<StatementFailure?> SendTripAsync(
        IReadOnlyList<PostgresPiece> pieces, int first, int count, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(connection);
        await using var _ = batch.ConfigureAwait(false);
        for (var i = first; i < first + count; i++)
        {
            batch.BatchCommands.Add(pieces[i].ToCommand());
        }

        try
        {
            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (error.InnerException is PostgresException answer)
        {
            // The server says that it has ended the statement, so what became of it is known.
            return PostgresFailures.Describe(answer, pieces[first]);
        }
        catch (Exception error) when (PostgresFailures.IsExpected(error))
        {
            var index = error is PostgresException { BatchCommand: NpgsqlBatchCommand failed }
                ? batch.BatchCommands.IndexOf(failed)
                : 0;
            return PostgresFailures.Describe(error, pieces[first + Math.Max(0, index)]);
        }

        var last = pieces[first + count - 1];
        return last.MustChangeRow && batch.BatchCommands[count - 1].RecordsAffected == 0
            ? new(FailureKind.Overtaken, "Another migrator has taken this row.", new InvalidOperationException())
            : null;
    }
}
