namespace Dowel.Migrations;

/// <summary>The names of the naming conventions, as options and output spell them.</summary>
public static class LayoutNames
{
    /// <summary><c>V1_2__x.sql</c>, <c>R__x.sql</c>, <c>U1_2__x.sql</c>, <c>B1__x.sql</c>.</summary>
    public const string Flyway = "flyway";

    /// <summary>Another name for <see cref="Flyway"/>, whose convention Evolve shares.</summary>
    public const string Evolve = "evolve";

    /// <summary><c>001_x.sql</c>, <c>20261121093000_x.sql</c>.</summary>
    public const string Sequential = "sequential";

    /// <summary><c>000001_x.up.sql</c> with <c>000001_x.down.sql</c>.</summary>
    public const string Pairs = "pairs";

    /// <summary><c>00001_x.sql</c> with <c>-- +goose Up</c> and <c>-- +goose Down</c> in it.</summary>
    public const string Goose = "goose";

    /// <summary><c>20261121093000_x.sql</c> with <c>-- migrate:up</c> and <c>-- migrate:down</c> in it.</summary>
    public const string Dbmate = "dbmate";

    /// <summary><c>2026-11-21-093000_x/up.sql</c> with <c>down.sql</c>.</summary>
    public const string Diesel = "diesel";

    /// <summary>The names of <see cref="Sequential"/> or <see cref="Pairs"/>, with <c>-- no-transaction</c> in the first line of some.</summary>
    public const string Sqlx = "sqlx";

    /// <summary>What <c>meta/_journal.json</c> lists, or <c>20261121093000_x/migration.sql</c>.</summary>
    public const string Drizzle = "drizzle";

    /// <summary><c>Script0001 - x.sql</c>.</summary>
    public const string DbUp = "dbup";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Flyway, Evolve, Sequential, Pairs, Goose, Dbmate, Diesel, Sqlx, Drizzle, DbUp];
}
