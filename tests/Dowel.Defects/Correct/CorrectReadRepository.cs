using Dowel.Data;

namespace Dowel.Defects;

/// <summary>Statements that read, look wrong, and are right.</summary>
[Repository<Account>]
public sealed partial class CorrectReadRepository
{
    [Query("select count(*) from accounts")]
    public partial ValueTask<long> CountOfAllAsync(CancellationToken cancellationToken = default);

    [Query("select count(note) from accounts")]
    public partial ValueTask<long> CountOfNullsAsync(CancellationToken cancellationToken = default);

    [Query("select count(distinct level) from accounts")]
    public partial ValueTask<long> CountOfDifferentAsync(CancellationToken cancellationToken = default);

    [Query("select coalesce(note, '-') from accounts")]
    public partial ValueTask<IReadOnlyList<string>> CoalescedAsync(CancellationToken cancellationToken = default);

    [Query("select coalesce(@other, email) from accounts")]
    public partial ValueTask<IReadOnlyList<string>> CoalescedParameterAsync(string? other, CancellationToken cancellationToken = default);

    [Query("select exists (select 1 from orders where amount > @amount)")]
    public partial ValueTask<bool> ExistsAnyAsync(long amount, CancellationToken cancellationToken = default);

    [Query("select email from accounts a where not exists (select 1 from orders o where o.user_id = a.user_id)")]
    public partial ValueTask<IReadOnlyList<string>> NotExistsAsync(CancellationToken cancellationToken = default);

    [Query("select a.email, exists (select 1 from orders o where o.user_id = a.user_id) as has_orders from accounts a")]
    public partial ValueTask<IReadOnlyList<(string Email, bool HasOrders)>> ExistsInRowAsync(CancellationToken cancellationToken = default);

    [Query("select email, row_number() over (partition by level order by created_at, user_id) as place from accounts")]
    public partial ValueTask<IReadOnlyList<(string Email, long Place)>> RowNumberAsync(CancellationToken cancellationToken = default);

    [Query("select email, rank() over w as place, dense_rank() over w as dense from accounts window w as (order by level desc)")]
    public partial ValueTask<IReadOnlyList<(string Email, long Place, long Dense)>> RankedAsync(CancellationToken cancellationToken = default);

    [Query("select email, lag(email) over (order by user_id) as former from accounts")]
    public partial ValueTask<IReadOnlyList<(string Email, string? Former)>> BeforeAsync(CancellationToken cancellationToken = default);

    [Query("select id, cast(sum(amount) over (order by id) as bigint) as total from orders")]
    public partial ValueTask<IReadOnlyList<(long Id, long? Total)>> RunningSumAsync(CancellationToken cancellationToken = default);

    [Query("select id, cast(sum(amount) over () as bigint) as total from orders")]
    public partial ValueTask<IReadOnlyList<(long Id, long Total)>> SumOverAllAsync(CancellationToken cancellationToken = default);

    [Query("select id, max(amount) over (partition by user_id) as most from orders")]
    public partial ValueTask<IReadOnlyList<(long Id, long Most)>> MaxOverAsync(CancellationToken cancellationToken = default);

    [Query("with orders as (select user_id, email from accounts where level > @level) select email from orders")]
    public partial ValueTask<IReadOnlyList<string>> ShadowedAsync(int level, CancellationToken cancellationToken = default);

    [Query("with busy as (select user_id, count(*) as many from orders group by user_id), top as (select * from busy where many > 1) select a.email, t.many from top t join accounts a on a.user_id = t.user_id")]
    public partial ValueTask<IReadOnlyList<(string Email, long Many)>> NestedAsync(CancellationToken cancellationToken = default);

    [Query("with recursive n(i) as (select 1 union all select i + 1 from n where i < @most) select i from n")]
    public partial ValueTask<IReadOnlyList<int>> RecursiveAsync(int most, CancellationToken cancellationToken = default);

    [Query("select 'a' as word, 1 as place union all select 'b', 2")]
    public partial ValueTask<IReadOnlyList<(string Word, int Place)>> UnionAsync(CancellationToken cancellationToken = default);

    [Query("select email from accounts union select flag from flags order by 1")]
    public partial ValueTask<IReadOnlyList<string>> UnionOfTablesAsync(CancellationToken cancellationToken = default);

    [Query("select email from accounts union all select memo from orders")]
    public partial ValueTask<IReadOnlyList<string?>> UnionWithNullAsync(CancellationToken cancellationToken = default);

    [Query("select user_id from accounts except select user_id from orders")]
    public partial ValueTask<IReadOnlyList<long>> ExceptAsync(CancellationToken cancellationToken = default);

    [Query("values (1, 'a'), (2, 'b')")]
    public partial ValueTask<IReadOnlyList<(int Column1, string Column2)>> ValuesAsync(CancellationToken cancellationToken = default);

    [Query("select a.email, o.amount from accounts a left join orders o on o.user_id = a.user_id")]
    public partial ValueTask<IReadOnlyList<(string Email, long? Amount)>> LeftJoinAsync(CancellationToken cancellationToken = default);

    [Query("select a.email, o.amount from accounts a left join orders o on o.user_id = a.user_id where o.amount is not null")]
    public partial ValueTask<IReadOnlyList<(string Email, long Amount)>> LeftJoinFilteredAsync(CancellationToken cancellationToken = default);

    [Query("select a.email, o.id is not null as has_order from accounts a left join orders o on o.user_id = a.user_id")]
    public partial ValueTask<IReadOnlyList<(string Email, bool HasOrder)>> LeftJoinTestedAsync(CancellationToken cancellationToken = default);

    [Query("select a.email, coalesce(o.amount, 0) as amount from accounts a left join orders o on o.user_id = a.user_id")]
    public partial ValueTask<IReadOnlyList<(string Email, long Amount)>> LeftJoinCoalescedAsync(CancellationToken cancellationToken = default);

    [Query("select a.email, o.amount from accounts a join orders o on o.user_id = a.user_id")]
    public partial ValueTask<IReadOnlyList<(string Email, long Amount)>> InnerJoinAsync(CancellationToken cancellationToken = default);

    [Query("select a.email, o.amount from accounts a, orders o where o.user_id = a.user_id")]
    public partial ValueTask<IReadOnlyList<(string Email, long Amount)>> CommaJoinAsync(CancellationToken cancellationToken = default);

    [Query("select user_id, email, amount from accounts join orders using (user_id)")]
    public partial ValueTask<IReadOnlyList<(long UserId, string Email, long Amount)>> UsingAsync(CancellationToken cancellationToken = default);

    [Query("select a.email, f.flag from accounts a cross join flags f")]
    public partial ValueTask<IReadOnlyList<(string Email, string Flag)>> CrossJoinAsync(CancellationToken cancellationToken = default);

    [Query("select a.email as one, b.email as other from accounts a join accounts b on a.level = b.level and a.user_id < b.user_id")]
    public partial ValueTask<IReadOnlyList<(string One, string Other)>> SelfJoinAsync(CancellationToken cancellationToken = default);

    [Query("select user_id, max(amount) as most, count(*) as many from orders group by user_id having count(*) > 1")]
    public partial ValueTask<IReadOnlyList<(long UserId, long Most, long Many)>> GroupedAsync(CancellationToken cancellationToken = default);

    [Query("select level, count(*) as many from accounts group by 1 order by 2 desc")]
    public partial ValueTask<IReadOnlyList<(int Level, long Many)>> GroupedByPlaceAsync(CancellationToken cancellationToken = default);

    [Query("select user_id, count(*) filter (where amount > @amount) as large from orders group by user_id")]
    public partial ValueTask<IReadOnlyList<(long UserId, long Large)>> FilteredAsync(long amount, CancellationToken cancellationToken = default);

    [Query("select max(level) from accounts")]
    public partial ValueTask<int?> GreatestAsync(CancellationToken cancellationToken = default);

    [Query("select coalesce(max(level), 0) from accounts")]
    public partial ValueTask<int> GreatestOrNoneAsync(CancellationToken cancellationToken = default);

    [Query("select cast(coalesce(sum(amount), 0) as bigint) from orders")]
    public partial ValueTask<long> SumAsync(CancellationToken cancellationToken = default);

    [Query("select cast(avg(amount) as double precision) from orders")]
    public partial ValueTask<double?> AverageAsync(CancellationToken cancellationToken = default);

    [Query(Sqlite = "select level, group_concat(name, ', ') as names from accounts group by level", Postgres = "select level, string_agg(name, ', ') as names from accounts group by level")]
    public partial ValueTask<IReadOnlyList<(int Level, string Names)>> JoinedAsync(CancellationToken cancellationToken = default);

    [Query("select case when level > 3 then 'high' when level > 1 then 'middle' else 'low' end from accounts")]
    public partial ValueTask<IReadOnlyList<string>> CaseAsync(CancellationToken cancellationToken = default);

    [Query("select case level when 1 then 'one' when 2 then 'two' end from accounts")]
    public partial ValueTask<IReadOnlyList<string?>> CaseOfAsync(CancellationToken cancellationToken = default);

    [Query("select cast(level as text) from accounts")]
    public partial ValueTask<IReadOnlyList<string>> CastAsync(CancellationToken cancellationToken = default);

    [Query("select cast(@number as bigint) + 1")]
    public partial ValueTask<long> CastParameterAsync(long number, CancellationToken cancellationToken = default);

    [Query("select level * 2 + 1 from accounts")]
    public partial ValueTask<IReadOnlyList<int>> ArithmeticAsync(CancellationToken cancellationToken = default);

    [Query("select name || ' <' || email || '>' from accounts")]
    public partial ValueTask<IReadOnlyList<string>> ConcatenatedAsync(CancellationToken cancellationToken = default);

    [Query("select lower(email) as email, length(name) as long, substr(name, 1, 3) as short, trim(replace(name, 'a', 'b')) as name from accounts")]
    public partial ValueTask<IReadOnlyList<(string Email, int Long, string Short, string Name)>> TextAsync(CancellationToken cancellationToken = default);

    [Query("select level > 3 from accounts")]
    public partial ValueTask<IReadOnlyList<bool>> ComparedAsync(CancellationToken cancellationToken = default);

    [Query("select email from accounts where is_open and is_open = @isOpen")]
    public partial ValueTask<IReadOnlyList<string>> TruthAsync(bool isOpen, CancellationToken cancellationToken = default);

    [Query("select s.email, s.many from (select email, (select count(*) from orders o where o.user_id = a.user_id) as many from accounts a) as s where s.many > 0")]
    public partial ValueTask<IReadOnlyList<(string Email, long Many)>> SubqueryAsync(CancellationToken cancellationToken = default);

    [Query("select {columns} from accounts where (created_at, user_id) > (@createdAt, @userId) order by created_at, user_id")]
    public partial ValueTask<IReadOnlyList<Account>> RowValuesAsync(long createdAt, long userId, CancellationToken cancellationToken = default);

    [Query("select {columns} from accounts where level in (@levels)")]
    public partial ValueTask<IReadOnlyList<Account>> InAsync(IReadOnlyCollection<int> levels, CancellationToken cancellationToken = default);

    [Query("select email from accounts where name not in (@names)")]
    public partial ValueTask<IReadOnlyList<string>> NotInAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken = default);

    [Query("select email from accounts where user_id in (select user_id from orders where memo is not null)")]
    public partial ValueTask<IReadOnlyList<string>> InSubqueryAsync(CancellationToken cancellationToken = default);

    [Query("select {columns:a} from accounts a where true {? and a.name = @name } {? and a.level between @low and @high } order by a.user_id")]
    public partial ValueTask<IReadOnlyList<Account>> OptionalAsync(string? name, int? low, int? high, CancellationToken cancellationToken = default);

    [Query("select email from accounts where is_open {? and level in (@levels) }")]
    public partial ValueTask<IReadOnlyList<string>> OptionalListAsync(IReadOnlyCollection<int>? levels, CancellationToken cancellationToken = default);

    [Query("select email from accounts where note is not distinct from @note")]
    public partial ValueTask<IReadOnlyList<string>> NotDistinctAsync(string? note, CancellationToken cancellationToken = default);

    [Query("select email from accounts where @note is null or note = @note")]
    public partial ValueTask<IReadOnlyList<string>> NullOrEqualAsync(string? note, CancellationToken cancellationToken = default);

    [Query("select \"email\" from \"accounts\" where \"level\" > @level")]
    public partial ValueTask<IReadOnlyList<string>> QuotedAsync(int level, CancellationToken cancellationToken = default);

    [Query("select a.\"email\" as \"odd\", level from accounts as \"a\"")]
    public partial ValueTask<IReadOnlyList<(string Odd, int Level)>> QuotedAliasAsync(CancellationToken cancellationToken = default);

    [Query("select email as \"select\", level as \"from\", name as \"order\" from accounts")]
    public partial ValueTask<IReadOnlyList<Keyword>> KeywordsAsync(CancellationToken cancellationToken = default);

    [Query("""
        -- it's @nothing and {nobody}
        select email /* "half @quoted, 'and { unclosed */ from accounts -- where @none
        where level > @level
        """)]
    public partial ValueTask<IReadOnlyList<string>> CommentsAsync(int level, CancellationToken cancellationToken = default);

    [Query("select '{x} {{y}} @z ''quoted'' -- no comment' || email from accounts")]
    public partial ValueTask<IReadOnlyList<string>> StringsAsync(CancellationToken cancellationToken = default);

    [Query("select email = '{' from accounts where '}' <> name")]
    public partial ValueTask<IReadOnlyList<bool>> BracesAsync(CancellationToken cancellationToken = default);

    [Query("select email from accounts where name = @word or email = @word or note = @word")]
    public partial ValueTask<IReadOnlyList<string>> TwiceAsync(string word, CancellationToken cancellationToken = default);

    [Query("select email from accounts order by user_id limit @most offset @skipped")]
    public partial ValueTask<IReadOnlyList<string>> LimitedAsync(long most, long skipped, CancellationToken cancellationToken = default);

    [Query("select email from accounts order by user_id limit @most")]
    public partial ValueTask<IReadOnlyList<string>> LimitedByIntAsync(int most, CancellationToken cancellationToken = default);

    [Query("select email from accounts where name like @pattern escape '!'")]
    public partial ValueTask<IReadOnlyList<string>> LikeAsync(string pattern, CancellationToken cancellationToken = default);

    [Query("select email from accounts where name like '%' || @word || '%'")]
    public partial ValueTask<IReadOnlyList<string>> LikeLiteralAsync(string word, CancellationToken cancellationToken = default);

    [Query("select login_at from accounts order by login_at desc nulls first, user_id")]
    public partial ValueTask<IReadOnlyList<long?>> NullsFirstAsync(CancellationToken cancellationToken = default);

    [Query("select distinct level from accounts order by level")]
    public partial ValueTask<IReadOnlyList<int>> DistinctAsync(CancellationToken cancellationToken = default);

    [Query("select login_at from accounts where login_at is not null")]
    public partial ValueTask<IReadOnlyList<long>> NotNullAsync(CancellationToken cancellationToken = default);

    [Query("select nullif(name, '') from accounts")]
    public partial ValueTask<IReadOnlyList<string?>> NullIfAsync(CancellationToken cancellationToken = default);

    [Query("select cast(null as text) from accounts")]
    public partial ValueTask<IReadOnlyList<string?>> NullOfTypeAsync(CancellationToken cancellationToken = default);

    [Query("select 1 as one, 'a' as two, 1 < 2 as three")]
    public partial ValueTask<(int One, string Two, bool Three)> LiteralsAsync(CancellationToken cancellationToken = default);

    [Query("select user_id, note from open_accounts")]
    public partial ValueTask<IReadOnlyList<(long UserId, string? Note)>> OfViewAsync(CancellationToken cancellationToken = default);

    [Query("select abs(weight) from orders")]
    public partial ValueTask<IReadOnlyList<double>> RoundedAsync(CancellationToken cancellationToken = default);

    [Query("select placed_on from orders where placed_on >= @placedOn")]
    public partial ValueTask<IReadOnlyList<DateOnly>> DatesAsync(DateOnly placedOn, CancellationToken cancellationToken = default);

    [Query(Sqlite = "select date(placed_on, '+1 day') from orders", Postgres = "select placed_on + 1 from orders")]
    public partial ValueTask<IReadOnlyList<DateOnly?>> NextDayAsync(CancellationToken cancellationToken = default);

    [Query(Sqlite = "select cast(strftime('%Y', placed_on) as integer) from orders", Postgres = "select cast(extract(year from placed_on) as integer) from orders")]
    public partial ValueTask<IReadOnlyList<int?>> YearAsync(CancellationToken cancellationToken = default);

    [Query("select current_date")]
    public partial ValueTask<DateOnly> TodayAsync(CancellationToken cancellationToken = default);

    [Query(Sqlite = "select doc ->> '$.name' from orders", Postgres = "select doc ->> 'name' from orders")]
    public partial ValueTask<IReadOnlyList<string?>> JsonValueAsync(CancellationToken cancellationToken = default);

    [Query(Sqlite = "select json_extract(doc, '$.name') from orders", Postgres = "select doc #>> '{{name}}' from orders")]
    public partial ValueTask<IReadOnlyList<string?>> JsonExtractAsync(CancellationToken cancellationToken = default);

    [Query(Sqlite = "select id from orders where json_extract(doc, '$.' || @key) is not null", Postgres = "select id from orders where doc ? @key")]
    public partial ValueTask<IReadOnlyList<long>> JsonHasAsync(string key, CancellationToken cancellationToken = default);

    [Query(Sqlite = "select id from orders where json_type(doc, '$.paid') = 'true'", Postgres = "select id from orders where doc @> '{\"paid\": true}'")]
    public partial ValueTask<IReadOnlyList<long>> JsonContainsAsync(CancellationToken cancellationToken = default);

    [Query(Sqlite = "select o.id, j.key from orders o, json_each(o.doc) j", Postgres = "select o.id, j.key from orders o, jsonb_each(o.doc) j")]
    public partial ValueTask<IReadOnlyList<(long Id, string? Key)>> JsonRowsAsync(CancellationToken cancellationToken = default);

    [Query(Sqlite = "select cast(level as text) from accounts where user_id <> @number", Postgres = "select level::text from accounts where user_id <> @number::bigint")]
    public partial ValueTask<IReadOnlyList<string>> PostgresCastsAsync(long number, CancellationToken cancellationToken = default);

    [Query(Sqlite = "select max(amount, @amount) from orders", Postgres = "select greatest(amount, @amount) from orders")]
    public partial ValueTask<IReadOnlyList<long?>> ExtremeAsync(long amount, CancellationToken cancellationToken = default);
}
