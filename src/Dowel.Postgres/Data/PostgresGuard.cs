using Dowel.Data;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Sends a statement behind the words that say whose rows it may see, in one round trip.</summary>
/// <remarks>
/// What is sent between two syncs is one transaction, so the setting ends with the statement (PostgreSQL 18 docs, 54.2.3); in a transaction it
/// lasts until the next statement says another.
/// </remarks>
internal sealed class PostgresGuard
{
    /// <summary>Says that the next statement is nobody's.</summary>
    public const string NobodySql = "select set_config('dowel.owner', '', true)";

    private const string SomebodySql = "select set_config('dowel.owner', $1::text, true)";

    private readonly int _timeout;
    private NpgsqlBatchCommand _owner = new(NobodySql);
    private NpgsqlBatchCommand _statement;

    /// <summary>Takes a statement, and how long the server may be silent over it in seconds.</summary>
    public PostgresGuard(Statement statement, int timeout)
    {
        _timeout = timeout;
        _statement = new(statement.Postgres);
        Batch = new() { Timeout = timeout, BatchCommands = { _owner, _statement } };
        Owner = new(_owner.Parameters);
        Parameters = new(_statement.Parameters);
    }

    /// <summary>The statement's parameters.</summary>
    public PostgresParameters Parameters { get; }

    /// <summary>The owner; none for nobody.</summary>
    private PostgresParameters Owner { get; }

    private NpgsqlBatch Batch { get; set; }

    /// <summary>Takes the owner of a command.</summary>
    public void Bind<TCommand>(in TCommand command)
        where TCommand : struct, ICommand
    {
        var writer = new PostgresWriter<PostgresParameterSink>(new(Owner));
        command.BindOwner(ref writer);
        Settle(writer.Sink.Count);
    }

    /// <summary>Takes the owner of a command for many items.</summary>
    public void BindMany<TCommand, TItem>(in TCommand command)
        where TCommand : struct, IManyCommand<TItem>
    {
        var writer = new PostgresWriter<PostgresParameterSink>(new(Owner));
        command.BindOwner(ref writer);
        Settle(writer.Sink.Count);
    }

    /// <summary>Forgets the owner.</summary>
    public void Clear() => Owner.Clear();

    /// <summary>Stops it.</summary>
    public void Cancel() => Batch.Cancel();

    /// <summary>Prepares both where the connection has not.</summary>
    /// <param name="command">A command for <see cref="NobodySql"/>, which knows whether the connection is another than before; a batch does not.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask PrepareAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        if (!command.IsPrepared)
        {
            await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
            Renew(_owner.CommandText);
        }
        else if (Owner.HasChanged || Parameters.HasChanged)
        {
            Renew(_owner.CommandText);
        }

        Batch.Connection = command.Connection;
        await Batch.PrepareAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the connection forget what it has prepared of the two.</summary>
    public async Task UnprepareAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // A command of the same text shares what is prepared, and can be unprepared where a batch cannot.
        foreach (var each in (NpgsqlBatchCommand[])[_owner, _statement])
        {
            var command = new NpgsqlCommand(each.CommandText, connection);
            await using var _ = command.ConfigureAwait(false);
            command.Parameters.AddRange(Copy(each).Parameters.ToArray());
            await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
            await command.UnprepareAsync(cancellationToken).ConfigureAwait(false);
        }

        Renew(_owner.CommandText);
    }

    /// <summary>Sends both, and goes to the statement's rows.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="opening">What must be said before, and keeps the two from being prepared; null for nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<NpgsqlDataReader> SendAsync(NpgsqlConnection connection, string? opening, CancellationToken cancellationToken)
    {
        Batch.Connection = connection;
        var batch = opening is null
            ? Batch
            : new(connection) { Timeout = _timeout, BatchCommands = { new(opening), Copy(_owner), Copy(_statement) } };
        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            return reader;
        }
        catch
        {
            await reader.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static NpgsqlBatchCommand Copy(NpgsqlBatchCommand command)
    {
        var copy = new NpgsqlBatchCommand(command.CommandText);
        foreach (var parameter in command.Parameters)
        {
            copy.Parameters.Add(((NpgsqlParameter)parameter).Clone());
        }

        return copy;
    }

    private void Settle(int owners)
    {
        var text = owners == 0 ? NobodySql : SomebodySql;
        if (!ReferenceEquals(_owner.CommandText, text))
        {
            Renew(text);
        }
    }

    // A batch goes on with what it was prepared with, whatever its connection, text or types become (Npgsql 10.0.0, NpgsqlBatchCommand): a new
    // one finds in the connection what is prepared there.
    private void Renew(string owner)
    {
        (_owner, _statement) = (new(owner), new(_statement.CommandText));
        Owner.Move(_owner.Parameters);
        Parameters.Move(_statement.Parameters);
        Batch = new() { Timeout = _timeout, BatchCommands = { _owner, _statement } };
    }
}
