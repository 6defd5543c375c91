namespace Dowel.Generator;

/// <summary>Every generated statement on a table, in the words of one engine.</summary>
/// <param name="record">The record of the table.</param>
/// <param name="isPostgres">Whether the words are PostgreSQL's; else they are SQLite's.</param>
/// <remarks>The one place where tables are named and rows are chosen.</remarks>
internal sealed class TableSql(RecordModel record, bool isPostgres)
{
    /// <summary>The record's columns.</summary>
    public string Columns { get; } = Join(record.Columns);

    private string Table { get; } = SqlIdentifier.Quote(record.Table);

    /// <summary>Chooses rows by columns, whose values are the first parameters.</summary>
    /// <param name="columns">The columns.</param>
    /// <returns>The statement.</returns>
    public string Find(IReadOnlyList<ColumnModel> columns) => $"select {Columns} from {Table} where {Equal(columns, 1)}";

    /// <summary>Tells whether a row is there, by its key.</summary>
    /// <returns>The statement.</returns>
    public string Exists() => $"select exists(select 1 from {Table} where {Equal(record.Key, 1)})";

    /// <summary>Counts all rows.</summary>
    /// <returns>The statement.</returns>
    public string Count() => $"select count(*) from {Table}";

    /// <summary>Lists all rows.</summary>
    /// <param name="order">The order.</param>
    /// <returns>The statement.</returns>
    public string List(IReadOnlyList<OrderModel> order) => $"select {Columns} from {Table} order by {Keyset(order).OrderBy}";

    /// <summary>Lists rows from the first on; the parameter is how many.</summary>
    /// <param name="order">The order.</param>
    /// <returns>The statement.</returns>
    public string ListFirst(IReadOnlyList<OrderModel> order) => $"{List(order)} limit {Parameter(1)}";

    /// <summary>Lists some of the rows; the parameters are how many, and how many before them.</summary>
    /// <param name="order">The order.</param>
    /// <returns>The statement.</returns>
    public string ListPage(IReadOnlyList<OrderModel> order) => $"{ListFirst(order)} offset {Parameter(2)}";

    /// <summary>Lists the rows that follow one; the parameters are its values of the order's columns, and how many.</summary>
    /// <param name="order">The order.</param>
    /// <returns>The statement.</returns>
    public string ListAfter(IReadOnlyList<OrderModel> order)
    {
        var keyset = Keyset(order);
        return $"select {Columns} from {Table} where {keyset.After} order by {keyset.OrderBy} limit {Parameter(order.Count + 1)}";
    }

    /// <summary>Inserts a row, which gives its identity if it has one.</summary>
    /// <returns>The statement.</returns>
    public string Insert()
    {
        var returning = record.Identity is { } identity ? $" returning {SqlIdentifier.Quote(identity.Name)}" : "";
        return record.Inserted.Count == 0
            ? $"insert into {Table} default values{returning}"
            : $"{InsertOne()}{returning}";
    }

    /// <summary>Inserts many rows: on SQLite one, again and again, on PostgreSQL those that arrays hold.</summary>
    /// <returns>The statement.</returns>
    public string InsertMany() => isPostgres ? $"{InsertInto()} select * from {Unnest()}" : InsertOne();

    /// <summary>Takes many rows in PostgreSQL's binary format.</summary>
    /// <returns>The statement.</returns>
    public string Copy() => $"copy {Table} ({Join(record.Inserted)}) from stdin (format binary)";

    /// <summary>Updates a row, by its key and the version that it had; those are the last parameters.</summary>
    /// <returns>The statement.</returns>
    public string Update()
    {
        var updated = record.Updated;
        var sets = updated.Select((column, index) => $"{SqlIdentifier.Quote(column.Name)} = {Parameter(index + 1)}").ToList();
        var chosen = record.Key.ToList();
        if (record.Version is { } version)
        {
            sets.Add($"{SqlIdentifier.Quote(version.Name)} = {SqlIdentifier.Quote(version.Name)} + 1");
            chosen.Add(version);
        }

        return $"update {Table} set {string.Join(", ", sets)} where {Equal(chosen, updated.Count + 1)}";
    }

    /// <summary>Inserts a row unless one with its key is there.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The statement.</returns>
    public string InsertNew(IReadOnlyList<ColumnModel> key) => $"{InsertOne()} on conflict ({Join(key)}) do nothing";

    /// <summary>Inserts a row or changes the one that is there.</summary>
    /// <param name="key">The key that it is found by.</param>
    /// <param name="where">Under which condition it is changed.</param>
    /// <returns>The statement.</returns>
    public string Upsert(IReadOnlyList<ColumnModel> key, string? where) => $"{InsertOne()} {OnConflict(key, where)}";

    /// <summary>Inserts a row or changes the one that is there, and tells on PostgreSQL which.</summary>
    /// <param name="key">The key that it is found by.</param>
    /// <param name="where">Under which condition it is changed.</param>
    /// <returns>The statement.</returns>
    /// <remarks><c>xmax</c> is 0 in a row that no transaction has changed or locked, as only a new one is here.</remarks>
    public string UpsertTelling(IReadOnlyList<ColumnModel> key, string? where) => $"{Upsert(key, where)} returning (xmax = 0)";

    /// <summary>Inserts or changes many rows.</summary>
    /// <param name="key">The key that they are found by.</param>
    /// <param name="where">Under which condition they are changed.</param>
    /// <returns>The statement.</returns>
    /// <remarks>PostgreSQL changes no row twice in one statement, so of items that it holds for equal the last is taken.</remarks>
    public string UpsertMany(IReadOnlyList<ColumnModel> key, string? where)
    {
        if (!isPostgres)
        {
            return Upsert(key, where);
        }

        var columns = Join(record.Inserted);
        var place = new NameScope(record.Columns.Select(column => column.Name)).Take("place");
        return $"{InsertInto()} select distinct on ({Join(key)}) {columns} from {Unnest()} with ordinality as item ({columns}, {place}) "
            + $"order by {Join(key)}, {place} desc {OnConflict(key, where)}";
    }

    /// <summary>Deletes a row, by its key.</summary>
    /// <returns>The statement.</returns>
    public string Delete() => $"delete from {Table} where {Equal(record.Key, 1)}";

    /// <summary>A parameter.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <returns>How this engine writes it.</returns>
    public string Parameter(int number) => (isPostgres ? "$" : "?") + number;

    private static string Join(IEnumerable<ColumnModel> columns) => string.Join(", ", columns.Select(column => SqlIdentifier.Quote(column.Name)));

    private KeysetSql Keyset(IReadOnlyList<OrderModel> order) => new(record, order, isPostgres);

    private string Equal(IReadOnlyList<ColumnModel> columns, int first) =>
        string.Join(" and ", columns.Select((column, index) => $"{SqlIdentifier.Quote(column.Name)} = {Parameter(first + index)}"));

    private string InsertInto() => $"insert into {Table} ({Join(record.Inserted)})";

    private string InsertOne() => $"{InsertInto()} values ({string.Join(", ", record.Inserted.Select((_, index) => Parameter(index + 1)))})";

    private string Unnest() =>
        $"unnest({string.Join(", ", record.Inserted.Select((column, index) => $"{Parameter(index + 1)}::{SqlType.Postgres(column.Type)}[]"))})";

    private string OnConflict(IReadOnlyList<ColumnModel> key, string? where)
    {
        var sets = record.Updated.Except(key).Select(column => $"{SqlIdentifier.Quote(column.Name)} = excluded.{SqlIdentifier.Quote(column.Name)}").ToList();
        if (record.Version is { } version)
        {
            sets.Add($"{SqlIdentifier.Quote(version.Name)} = {Table}.{SqlIdentifier.Quote(version.Name)} + 1");
        }

        return sets.Count == 0
            ? $"on conflict ({Join(key)}) do nothing"
            : $"on conflict ({Join(key)}) do update set {string.Join(", ", sets)}{(where is null ? "" : $" where {where}")}";
    }
}
