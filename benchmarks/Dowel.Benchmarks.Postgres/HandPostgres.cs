using Npgsql;
using NpgsqlTypes;

namespace Dowel.Benchmarks;

/// <summary>What can be had of Npgsql at most: typed parameters, prepared statements, typed columns, no reset between callers.</summary>
internal sealed class HandPostgres(NpgsqlDataSource source)
{
    private const string Columns = "user_id, email, username, pass_hash, created_at, last_login_at";

    /// <summary>One row by its key, on a connection rented for it.</summary>
    public async Task<Account?> FindAsync(long userId)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"select {Columns} from accounts where user_id = $1", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = userId, NpgsqlDbType = NpgsqlDbType.Bigint });
        await command.PrepareAsync();
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? Read(reader) : null;
    }

    /// <summary>The first rows.</summary>
    public async Task<List<Account>> ListAsync(long limit)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"select {Columns} from accounts order by user_id limit $1", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = limit, NpgsqlDbType = NpgsqlDbType.Bigint });
        await command.PrepareAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var accounts = new List<Account>();
        while (await reader.ReadAsync())
        {
            accounts.Add(Read(reader));
        }

        return accounts;
    }

    /// <summary>Inserts by one statement over arrays.</summary>
    public async Task UnnestAsync(IReadOnlyList<Account> accounts)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            $"insert into inserted ({Columns}) select * from unnest($1, $2, $3, $4, $5, $6)", connection);
        Add(command, accounts, account => account.UserId, NpgsqlDbType.Bigint);
        Add(command, accounts, account => account.Email, NpgsqlDbType.Text);
        Add(command, accounts, account => account.Username, NpgsqlDbType.Text);
        Add(command, accounts, account => account.PassHash, NpgsqlDbType.Text);
        Add(command, accounts, account => account.CreatedAt, NpgsqlDbType.Bigint);
        Add(command, accounts, account => account.LastLoginAt, NpgsqlDbType.Bigint);
        await command.PrepareAsync();
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Inserts by binary copy.</summary>
    public async Task CopyAsync(IReadOnlyList<Account> accounts)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync($"copy inserted ({Columns}) from stdin (format binary)");
        foreach (var account in accounts)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(account.UserId, NpgsqlDbType.Bigint);
            await copy.WriteAsync(account.Email, NpgsqlDbType.Text);
            await copy.WriteAsync(account.Username, NpgsqlDbType.Text);
            await copy.WriteAsync(account.PassHash, NpgsqlDbType.Text);
            await copy.WriteAsync(account.CreatedAt, NpgsqlDbType.Bigint);
            if (account.LastLoginAt is { } lastLoginAt)
            {
                await copy.WriteAsync(lastLoginAt, NpgsqlDbType.Bigint);
            }
            else
            {
                await copy.WriteNullAsync();
            }
        }

        await copy.CompleteAsync();
    }

    private static void Add<T>(NpgsqlCommand command, IReadOnlyList<Account> accounts, Func<Account, T> column, NpgsqlDbType type)
    {
        var values = new T[accounts.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = column(accounts[i]);
        }

        command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = type | NpgsqlDbType.Array });
    }

    private static Account Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt64(4), reader.IsDBNull(5) ? null : reader.GetInt64(5));
}
