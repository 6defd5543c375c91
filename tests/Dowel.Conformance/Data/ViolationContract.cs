using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Rules of a schema that a statement would break: one type of error for each, and no row's values in any message.</summary>
public abstract class ViolationContract(Engine engine) : DataContract(engine)
{
    private const string Secret = "hunter2";

    /// <summary>What the engine names where a unique key is broken.</summary>
    protected abstract Violation Unique { get; }

    /// <summary>What it names where a key of two columns is.</summary>
    protected abstract Violation UniquePair { get; }

    /// <summary>What it names where the primary key is.</summary>
    protected abstract Violation Primary { get; }

    /// <summary>What it names where a row refers to none.</summary>
    protected abstract Violation ForeignKey { get; }

    /// <summary>What it names where a row that others refer to would be gone.</summary>
    protected abstract Violation Referred { get; }

    /// <summary>What it names where a check fails.</summary>
    protected abstract Violation Check { get; }

    /// <summary>What it names where a value is missing.</summary>
    protected abstract Violation NotNull { get; }

    /// <summary>The engine's code for a table that is not there.</summary>
    protected abstract string NoTable { get; }

    [Fact]
    public async Task A_second_row_with_the_same_key()
    {
        await MakeAsync();

        Told<UniqueViolationException>(await FailsAsync("insert into items values (2, ?1, 'x', 'y', 1, 1)", Secret), "DWL4001").Violation.ShouldBeLike(Unique);
        Told<UniqueViolationException>(await FailsAsync("insert into items values (2, 'other', 'left', 'right', 1, 1)"), "DWL4001").Violation.ShouldBeLike(UniquePair);
        Told<UniqueViolationException>(await FailsAsync("insert into items values (1, 'other', 'x', 'y', 1, 1)"), "DWL4001").Violation.ShouldBeLike(Primary);
        Told<UniqueViolationException>(await FailsAsync("update items set id = 1 where id = 9"), "DWL4001").Violation.ShouldBeLike(Primary);
    }

    [Fact]
    public async Task A_reference_to_nothing()
    {
        await MakeAsync();

        Told<ForeignKeyViolationException>(await FailsAsync("insert into items values (2, 'a', 'x', 'y', 77, 1)"), "DWL4002").Violation.ShouldBeLike(ForeignKey);
        Told<ForeignKeyViolationException>(await FailsAsync("delete from shelves"), "DWL4002").Violation.ShouldBeLike(Referred);
    }

    [Theory]
    [InlineData("restrict")]
    [InlineData("no action")]
    public async Task A_row_that_others_refer_to_is_not_deleted(string rule)
    {
        await Target.ExecuteAsync(
            $"""
            create table owners (id bigint not null primary key);
            create table pets (id bigint not null primary key, owner bigint references owners on delete {rule} on update {rule});
            insert into owners values (1);
            insert into pets values (1, 1);
            """);

        foreach (var sql in new[] { "delete from owners where id = 1", "update owners set id = 2" })
        {
            var error = Told<ForeignKeyViolationException>(await FailsAsync(sql), "DWL4002");
            error.Violation.Constraint.ShouldBe(IsSqlite ? null : "pets_owner_fkey");
        }
    }

    [Fact]
    public async Task Keys_of_some_rows_and_of_expressions()
    {
        await Target.ExecuteAsync(
            $"""
            create table people (id bigint not null primary key, name text not null, gone bigint);
            create unique index people_lower on people (lower(name), gone);
            create unique index people_here on people (id) where gone is null;
            insert into people values (1, '{Secret}', 5);
            """);

        var lowered = Told<UniqueViolationException>(await FailsAsync("insert into people values (2, ?1, 5)", Secret.ToUpperInvariant()), "DWL4001");
        lowered.Violation.Constraint.ShouldBe("people_lower");
        lowered.Violation.Columns.ShouldBe(IsSqlite ? [] : ["lower(name)", "gone"]);
        Told<UniqueViolationException>(await FailsAsync("insert into people values (1, 'a', null)"), "DWL4001").Violation.Table.ShouldBe("people");
    }

    [Fact]
    public async Task What_a_trigger_says()
    {
        foreach (var sql in TriggerSql)
        {
            await Target.ExecuteAsync(sql);
        }

        Told<StatementRefusedException>(await FailsAsync("insert into notes values (1, ?1)", Secret), "DWL4012").Message.ShouldContain("no more notes");
        (await NotesAsync()).ShouldBe("");
    }

    [Fact]
    public async Task A_violation_in_a_transaction_and_at_its_end_names_the_same()
    {
        await MakeAsync();

        var inside = await Should.ThrowAsync<UniqueViolationException>(() => Data.TransactAsync(
            (transaction, _) => transaction.DoAsync("insert into items values (2, 'other', 'left', 'right', 1, 1)").AsTask(), cancellationToken: Cancellation));

        inside.Violation.ShouldBeLike(UniquePair);
    }

    [Fact]
    public async Task A_check_that_fails()
    {
        await MakeAsync();

        Told<CheckViolationException>(await FailsAsync("insert into items values (2, 'a', ?1, 'y', 1, -1)", Secret), "DWL4003").Violation.ShouldBeLike(Check);
    }

    [Fact]
    public async Task A_value_that_is_missing()
    {
        await MakeAsync();

        Told<NotNullViolationException>(await FailsAsync("insert into items (id, code, a, b) values (2, 'a', ?1, 'y')", Secret), "DWL4004").Violation
            .ShouldBeLike(NotNull);
    }

    [Fact]
    public async Task A_reason_without_a_type()
    {
        var error = Told<StatementRefusedException>(await FailsAsync("select id from missing where id = ?1", Secret), "DWL4012");

        error.EngineCode.ShouldBe(NoTable);
        error.Message.ShouldContain("missing");
        (await Data.OneAsync<long>("select count(*) from notes")).ShouldBe(0);
    }

    [Fact]
    public async Task Words_that_are_no_SQL()
    {
        Told<StatementRefusedException>(await FailsAsync("selekt 1"), "DWL4012").Message.ShouldContain("selekt");
        (await Data.OneAsync<long>("select count(*) from notes")).ShouldBe(0);
    }

    [Fact]
    public async Task The_error_is_the_same_whichever_way_the_statement_is_sent()
    {
        await NoteAsync(1);
        const string insert = "insert into notes values (1, 'a') returning id";
        foreach (var send in new Func<Task>[]
        {
            () => Data.DoAsync(insert).AsTask(),
            () => Data.OneAsync<long>(insert).AsTask(),
            () => Data.FirstAsync<long>(insert).AsTask(),
            () => Data.AllAsync<long>(insert).AsTask(),
            async () => await Data.FlowAsync<long>(insert).GetAsyncEnumerator(Cancellation).MoveNextAsync(),
            () => Data.PutAsync("notes", ["a", "b"]).AsTask(),
            () => Data.TransactAsync((transaction, _) => transaction.DoAsync(insert).AsTask(), cancellationToken: Cancellation),
        })
        {
            var error = await Should.ThrowAsync<UniqueViolationException>(send);
            (error.Code, error.CanRetry).ShouldBe(("DWL4001", false));
            error.InnerException.ShouldNotBeNull();
        }

        (await NotesAsync()).ShouldBe("1");
    }

    private string[] TriggerSql => IsSqlite
        ? ["create trigger t before insert on notes begin select raise(abort, 'no more notes'); end"]
        : ["create function stop() returns trigger language plpgsql as $$ begin raise exception 'no more notes' using detail = new.body; end $$",
           "create trigger t before insert on notes for each row execute function stop()"];

    private static T Told<T>(DatabaseException error, string code)
        where T : DatabaseException
    {
        (error.Code, error.CanRetry).ShouldBe((code, false));
        error.Message.ShouldStartWith($"{code}: Tests.RunAsync");
        error.InnerException.ShouldNotBeNull();
        error.ToString().ShouldNotContain(Secret);
        return error.ShouldBeOfType<T>();
    }

    private Task<DatabaseException> FailsAsync(string sql, params object?[] values) =>
        Should.ThrowAsync<DatabaseException>(() => Data.DoAsync(sql, values).AsTask());

    private Task MakeAsync() => Target.ExecuteAsync(
        $"""
        create table shelves (id bigint not null primary key);
        create table items (
            id bigint not null primary key, code text not null unique, a text not null, b text not null, shelf bigint not null references shelves, level bigint,
            constraint items_pair unique (a, b), constraint items_level_chk check (level >= 0));
        insert into shelves values (1);
        insert into items values (1, '{Secret}', 'left', 'right', 1, 1), (9, 'nine', 'n', 'n', 1, 1);
        """);
}

public sealed class SqliteViolations() : ViolationContract(Engine.Sqlite)
{
    protected override Violation Unique => new("items", null, ["code"]);

    protected override Violation UniquePair => new("items", null, ["a", "b"]);

    protected override Violation Primary => new("items", null, ["id"]);

    protected override Violation ForeignKey => new(null, null, []);

    protected override Violation Referred => new(null, null, []);

    protected override Violation Check => new(null, "items_level_chk", []);

    protected override Violation NotNull => new("items", null, ["shelf"]);

    protected override string NoTable => "1";
}

public sealed class PostgresViolations() : ViolationContract(Engine.Postgres)
{
    protected override Violation Unique => new("items", "items_code_key", ["code"]);

    protected override Violation UniquePair => new("items", "items_pair", ["a", "b"]);

    protected override Violation Primary => new("items", "items_pkey", ["id"]);

    protected override Violation ForeignKey => new("items", "items_shelf_fkey", ["shelf"]);

    protected override Violation Referred => new("items", "items_shelf_fkey", ["shelf"]);

    protected override Violation Check => new("items", "items_level_chk", []);

    protected override Violation NotNull => new("items", null, ["shelf"]);

    protected override string NoTable => "42P01";

    // The server's words repeat what it could not make a number of.
    [Fact]
    public async Task A_value_that_the_server_cannot_convert_is_not_told()
    {
        var error = await Should.ThrowAsync<StatementRefusedException>(() => Data.OneAsync<long>("select ?1::bigint", "hunter2").AsTask());

        error.EngineCode.ShouldBe("22P02");
        error.Message.ShouldNotContain("hunter2");
    }
}
