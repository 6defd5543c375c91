using FsCheck;
using FsCheck.Fluent;
using SQLitePCL;

namespace Dowel.Sqlite.Tests;

public sealed class SqliteSplitterProperties
{
    private static readonly SqliteDialect Dialect = new();

    [Fact]
    public void Programs_split_back_into_their_statements() =>
        Prop.ForAll(NastySql.Program.ToArbitrary(), program =>
        {
            var result = Dialect.Split(program.Script);
            result.Error.ShouldBeNull();
            result.Statements.Count.ShouldBe(program.Statements.Length);
            foreach (var (statement, written) in result.Statements.Zip(program.Statements))
            {
                statement.Text.ShouldStartWith(written, Case.Sensitive);
                Dialect.Split(statement.Text[written.Length..]).Statements.ShouldBeEmpty("only comments may follow");
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void The_engine_ends_every_statement_at_the_same_place() =>
        Prop.ForAll(NastySql.Program.ToArbitrary(), program =>
        {
            using var database = new ScratchDatabase();
            database.Run("create table t (a)");
            EngineOracle.ShouldSplitAlike(database, program.Script);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    /// <summary>sqlite3_complete is the shell's own opinion of where a statement ends.</summary>
    [Fact]
    public void No_statement_is_complete_before_its_last_semicolon() =>
        Prop.ForAll(Gen.Frequency((2, NastySql.Query), (1, NastySql.Trigger)).ToArbitrary(), statement =>
        {
            raw.sqlite3_complete(statement + ";").ShouldBe(1);
            for (var at = statement.IndexOf(';', StringComparison.Ordinal); at >= 0; at = statement.IndexOf(';', at + 1))
            {
                raw.sqlite3_complete(statement[..(at + 1)]).ShouldBe(0);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Soup_is_complete_for_the_shell_exactly_where_a_new_statement_may_start() =>
        Prop.ForAll(Gen.Elements("'", "''", "\"", "`", "[", "]", ";", ";", " ", "\n", "\r", "a", "x", "-", "/", "/* ' */", "/* ; /* */", "-- '\n", "é").ArrayOf().ToArbitrary(), pieces =>
        {
            // The shell takes an empty text for an unfinished one.
            var soup = ";" + string.Concat(pieces);
            var (alone, followed) = (Dialect.Split(soup), Dialect.Split(soup + "\nz"));
            var isComplete = alone.Error is null && followed.Statements.Count > alone.Statements.Count;
            raw.sqlite3_complete(soup).ShouldBe(isComplete ? 1 : 0, soup);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void Any_text_splits_into_ranges_in_order_or_names_a_place() =>
        Prop.ForAll(Gen.Elements(" ';\"`[]-/*$(:x.a\n\0é\uFEFFend".ToCharArray()).ArrayOf().ToArbitrary(), characters =>
        {
            var script = new string(characters);
            var result = Dialect.Split(script);
            var end = 0;
            foreach (var statement in result.Statements)
            {
                statement.Start.ShouldBeGreaterThanOrEqualTo(end);
                statement.Length.ShouldBePositive();
                end = statement.End;
            }

            (result.Error?.Offset ?? end).ShouldBeInRange(0, script.Length);
            Dialect.FindQuoted(script).ShouldAllBe(span => span.Length > 0 && span.End <= script.Length);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
