using Dowel.Data;

namespace Dowel.Defects;

/// <summary>Statements that write, look wrong, and are right.</summary>
[Repository<Account>]
public sealed partial class CorrectWriteRepository
{
    [Query("insert into accounts (email, name, created_at) values (@email, @name, @createdAt) returning user_id")]
    public partial ValueTask<long> InsertedAsync(string email, string name, long createdAt, CancellationToken cancellationToken = default);

    [Query("insert into accounts (email, name, created_at) values (@email, @name, @createdAt) returning {columns}")]
    public partial ValueTask<Account> InsertedWholeAsync(string email, string name, long createdAt, CancellationToken cancellationToken = default);

    [Query("insert into flags (user_id, flag, seen) select user_id, 'large', amount from orders where amount > @amount")]
    public partial ValueTask<long> CopiedAsync(long amount, CancellationToken cancellationToken = default);

    [Query("insert into flags (user_id, flag, seen) select user_id, 'large', amount from orders where amount > @amount on conflict do nothing")]
    public partial ValueTask<long> CopiedOrLeftAsync(long amount, CancellationToken cancellationToken = default);

    [Query("insert into flags (user_id, flag, seen) values (@userId, 'a', @seen), (@userId, 'b', @seen)")]
    public partial ValueTask<long> TwoRowsAsync(long userId, long seen, CancellationToken cancellationToken = default);

    [Query("insert into flags (user_id, flag, seen) values (@userId, @flag, @seen) on conflict (user_id, flag) do update set seen = excluded.seen where flags.seen < excluded.seen returning seen")]
    public partial ValueTask<long?> UpsertedAsync(long userId, string flag, long seen, CancellationToken cancellationToken = default);

    [Query("update accounts set level = level + 1, note = coalesce(note, 'raised') where user_id = @userId returning level, note")]
    public partial ValueTask<IReadOnlyList<(int Level, string? Note)>> RaisedAsync(long userId, CancellationToken cancellationToken = default);

    [Query("update orders set amount = amount + a.level from accounts a where a.user_id = orders.user_id and a.level > @level")]
    public partial ValueTask<long> JoinedAsync(int level, CancellationToken cancellationToken = default);

    [Query("update accounts set note = @note, login_at = null where user_id = @userId")]
    public partial ValueTask<long> ClearedAsync(long userId, string? note, CancellationToken cancellationToken = default);

    [Query("update accounts set level = case when level < 9 then level + 1 else level end where user_id = @userId")]
    public partial ValueTask<bool> CasedAsync(long userId, CancellationToken cancellationToken = default);

    [Query("delete from orders where user_id = @userId returning id, memo")]
    public partial ValueTask<IReadOnlyList<(long Id, string? Memo)>> DeletedAsync(long userId, CancellationToken cancellationToken = default);

    [Query("delete from orders where id in (@ids)")]
    public partial ValueTask<long> DeletedOfAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default);

    [Query("delete from orders where user_id not in (select user_id from accounts where is_open)")]
    public partial ValueTask<long> DeletedBesideAsync(CancellationToken cancellationToken = default);

    [Query("delete from accounts where user_id in (select user_id from accounts order by created_at limit @most) returning {columns}")]
    public partial ValueTask<IReadOnlyList<Account>> DeletedFirstAsync(long most, CancellationToken cancellationToken = default);

    [Query("with given (user_id, flag, seen) as (values (@userId, 'a', @seen)) insert into flags (user_id, flag, seen) select user_id, flag, seen from given")]
    public partial ValueTask<long> WithValuesAsync(long userId, long seen, CancellationToken cancellationToken = default);
}
