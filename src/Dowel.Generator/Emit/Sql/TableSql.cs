namespace Dowel.Generator;

/// <summary>Every generated statement on a table, in the words of one engine.</summary>
/// <param name="record">The record of the table.</param>
/// <param name="isPostgres">Whether the words are PostgreSQL's; else they are SQLite's.</param>
/// <remarks>The one place where tables are named and rows are chosen. Where rows have owners, the owner is the last parameter of every statement.</remarks>
internal sealed class TableSql(RecordModel record, bool isPostgres)
{
    /// <summary>The record's columns.</summary>
    public string Columns { get; } = Join(record.Columns);

    private string Table { get; } = record.Owner is null ? SqlIdentifier.Quote(record.Table) : OwnerSql.Marked(record.Table);

    // What a statement with another table in it calls this one.
    private string Alias { get; } = SqlIdentifier.Quote(record.Table);

    /// <summary>Chooses rows by columns, whose values are the first parameters.</summary>
    /// <param name="columns">The columns.</param>
    /// <returns>The statement.</returns>
    public string Find(IReadOnlyList<ColumnModel> columns) => $"select {Columns} from {Table} where {Chosen(columns, 1)}";

    /// <summary>Tells whether a row is there, by its key.</summary>
    /// <returns>The statement.</returns>
    public string Exists() => $"select exists(select 1 from {Table} where {Chosen(Free(record.Key), 1)})";

    /// <summary>Counts all rows.</summary>
    /// <returns>The statement.</returns>
    public string Count() => $"select count(*) from {Table}{Owned(1)}";

    /// <summary>Lists all rows.</summary>
    /// <param name="order">The order.</param>
    /// <returns>The statement.</returns>
    public string List(IReadOnlyList<OrderModel> order) => List(order, owner: 1);

    /// <summary>Lists rows from the first on; the parameter is how many.</summary>
    /// <param name="order">The order.</param>
    /// <returns>The statement.</returns>
    public string ListFirst(IReadOnlyList<OrderModel> order) => $"{List(order, owner: 2)} limit {Parameter(1)}";

    /// <summary>Lists some of the rows; the parameters are how many, and how many before them.</summary>
    /// <param name="order">The order.</param>
    /// <returns>The statement.</returns>
    public string ListPage(IReadOnlyList<OrderModel> order) => $"{List(order, owner: 3)} limit {Parameter(1)} offset {Parameter(2)}";

    /// <summary>Lists the rows that follow one; the parameters are its values of the order's columns, and how many.</summary>
    /// <param name="order">The order.</param>
    /// <returns>The statement.</returns>
    public string ListAfter(IReadOnlyList<OrderModel> order)
    {
        var keyset = Keyset(order);
        var after = record.Owner is null ? keyset.After : $"{Pinned(order.Count + 2)} and ({keyset.After})";
        return $"select {Columns} from {Table} where {after} order by {keyset.OrderBy} limit {Parameter(order.Count + 1)}";
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
    public string InsertMany() => !isPostgres ? InsertOne()
        : IsThrough ? $"{InsertInto()} select {Join(record.Inserted)} from {Unnest()} as item ({Join(record.Inserted)}){ItemOwned()}"
        : $"{InsertInto()} select * from {Unnest()}";

    /// <summary>Takes many rows in PostgreSQL's binary format.</summary>
    /// <returns>The statement.</returns>
    public string Copy() => $"copy {Table} ({Join(record.Inserted)}) from stdin (format binary)";

    /// <summary>Updates a row, by its key and the version that it had; those follow the new values.</summary>
    /// <returns>The statement.</returns>
    public string Update()
    {
        var updated = record.Updated;
        var sets = updated.Select((column, index) => $"{SqlIdentifier.Quote(column.Name)} = {Parameter(index + 1)}").ToList();
        var chosen = Free(record.Key).ToList();
        if (record.Version is { } version)
        {
            sets.Add($"{SqlIdentifier.Quote(version.Name)} = {SqlIdentifier.Quote(version.Name)} + 1");
            chosen.Add(version);
        }

        return $"update {Table} set {string.Join(", ", sets)} where {Chosen(chosen, updated.Count + 1)}";
    }

    /// <summary>Inserts a row unless one with its key is there.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The statement.</returns>
    public string InsertNew(IReadOnlyList<ColumnModel> key) => $"{InsertOne()} on conflict ({Join(key)}) do nothing";

    /// <summary>Inserts a row or changes the one that is there.</summary>
    /// <param name="key">The key that it is found by.</param>
    /// <param name="where">Under which condition it is changed.</param>
    /// <returns>The statement.</returns>
    public string Upsert(IReadOnlyList<ColumnModel> key, string? where) => $"{InsertOne(As)} {OnConflict(key, where)}";

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
        return $"{InsertInto(As)} select distinct on ({Join(key)}) {columns} from {Unnest()} with ordinality as item ({columns}, {place}){(IsThrough ? ItemOwned() : "")} "
            + $"order by {Join(key)}, {place} desc {OnConflict(key, where)}";
    }

    /// <summary>Deletes a row, by its key.</summary>
    /// <returns>The statement.</returns>
    public string Delete() => $"delete from {Table} where {Chosen(Free(record.Key), 1)}";

    /// <summary>A parameter.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <returns>How this engine writes it.</returns>
    public string Parameter(int number) => (isPostgres ? "$" : "?") + number;

    /// <summary>The columns of a key whose values a caller gives: the owner is known.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The columns.</returns>
    public IReadOnlyList<ColumnModel> Free(IEnumerable<ColumnModel> key) => [.. key.Where(column => column != record.OwnerColumn)];

    private static string Join(IEnumerable<ColumnModel> columns) => string.Join(", ", columns.Select(column => SqlIdentifier.Quote(column.Name)));

    private bool IsThrough => record.Owner is { IsDirect: false };

    private string As => record.Owner is null ? "" : $" as {Alias}";

    private string List(IReadOnlyList<OrderModel> order, int owner) => $"select {Columns} from {Table}{Owned(owner)} order by {Keyset(order).OrderBy}";

    private KeysetSql Keyset(IReadOnlyList<OrderModel> order) => new(record, order, isPostgres);

    // The rows with these values, of the owner's own where they have owners.
    private string Chosen(IReadOnlyList<ColumnModel> columns, int first)
    {
        var conditions = columns.Select((column, index) => $"{SqlIdentifier.Quote(column.Name)} = {Parameter(first + index)}").ToList();
        if (record.Owner is not null)
        {
            conditions.Add(Pinned(first + columns.Count));
        }

        return string.Join(" and ", conditions);
    }

    private string Owned(int number) => record.Owner is null ? "" : $" where {Pinned(number)}";

    private string Pinned(int number, string? row = null)
    {
        var column = SqlIdentifier.Quote(record.Owner!.Column);
        return OwnerSql.Condition(record.Owner, row is null ? column : $"{row}.{column}", Parameter(number));
    }

    // Behind the values of a row's columns.
    private int OwnerOfInserted => record.Inserted.Count + 1;

    private string ItemOwned() => $" where {Pinned(OwnerOfInserted, "item")}";

    private string InsertInto(string alias = "") => $"insert into {Table}{alias} ({Join(record.Inserted)})";

    // A row below another table's is inserted only where that one is the owner's.
    private string InsertOne(string alias = "")
    {
        var inserted = record.Inserted;
        var values = string.Join(", ", inserted.Select((_, index) => Parameter(index + 1)));
        if (!IsThrough)
        {
            return $"{InsertInto(alias)} values ({values})";
        }

        var parent = Enumerable.Range(0, inserted.Count).First(index => inserted[index].Name == record.Owner!.Column) + 1;
        return $"{InsertInto(alias)} select {values} where {OwnerSql.Condition(record.Owner!, Parameter(parent), Parameter(OwnerOfInserted))}";
    }

    private string Unnest() =>
        $"unnest({string.Join(", ", record.Inserted.Select((column, index) => $"{Parameter(index + 1)}::{SqlType.Postgres(column.Type)}[]"))})";

    private string OnConflict(IReadOnlyList<ColumnModel> key, string? where)
    {
        var sets = record.Updated.Except(key).Select(column => $"{SqlIdentifier.Quote(column.Name)} = excluded.{SqlIdentifier.Quote(column.Name)}").ToList();
        if (record.Version is { } version)
        {
            sets.Add($"{SqlIdentifier.Quote(version.Name)} = {Alias}.{SqlIdentifier.Quote(version.Name)} + 1");
        }

        // The row that is there may be another owner's.
        var condition = record.Owner switch
        {
            null => where,
            { IsDirect: true } owner => Both($"{Alias}.{SqlIdentifier.Quote(owner.Column)} = excluded.{SqlIdentifier.Quote(owner.Column)}", where),
            _ => Both(Pinned(OwnerOfInserted, Alias), where),
        };
        return sets.Count == 0
            ? $"on conflict ({Join(key)}) do nothing"
            : $"on conflict ({Join(key)}) do update set {string.Join(", ", sets)}{(condition is null ? "" : $" where {condition}")}";
    }

    private static string Both(string owned, string? where) => where is null ? owned : $"{owned} and ({where})";
}
