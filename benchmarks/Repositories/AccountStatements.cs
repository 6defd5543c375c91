using Dowel.Data;

namespace Dowel.Benchmarks;

/// <summary>The statements of a repository of accounts, as the generator writes them.</summary>
internal static class AccountStatements
{
    private const string Columns = "user_id, email, username, pass_hash, created_at, last_login_at";

    /// <summary>One row by its key.</summary>
    public static Statement Find { get; } = new(
        "AccountRepository.FindAsync",
        $"select {Columns} from accounts where user_id = ?1",
        $"select {Columns} from accounts where user_id = $1");

    /// <summary>The first rows by their key.</summary>
    public static Statement List { get; } = new(
        "AccountRepository.ListAsync",
        $"select {Columns} from accounts order by user_id limit ?1",
        $"select {Columns} from accounts order by user_id limit $1");

    /// <summary>Many new rows.</summary>
    public static Statement Insert { get; } = new(
        "AccountRepository.InsertManyAsync",
        $"insert into inserted ({Columns}) values (?1, ?2, ?3, ?4, ?5, ?6)",
        $"insert into inserted ({Columns}) select * from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[])");

    /// <summary>The same by <c>copy</c>.</summary>
    public static string Copy => $"copy inserted ({Columns}) from stdin (format binary)";

    /// <summary>No rows any more.</summary>
    public static Statement Clear { get; } = new("AccountRepository.ClearAsync", "delete from inserted", "truncate inserted");

    /// <summary>A counter's number.</summary>
    public static Statement Count { get; } = new("CounterRepository.FindAsync", "select n from counters where id = ?1", "select n from counters where id = $1 for update");

    /// <summary>Another number for it.</summary>
    public static Statement SetCount { get; } = new(
        "CounterRepository.UpdateAsync", "update counters set n = ?2 where id = ?1", "update counters set n = $2 where id = $1");

    /// <summary>Reads an account.</summary>
    public static Account Read<TRow>(in TRow row)
        where TRow : struct, IRow => new(
            row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4), row.IsNull(5) ? null : row.GetInt64(5));
}
