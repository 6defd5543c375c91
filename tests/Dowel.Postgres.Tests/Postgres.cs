using Dowel.Migrations;

namespace Dowel.Postgres.Tests;

internal static class Postgres
{
    public static PostgresDialect Dialect { get; } = new();

    public static string[] Split(string script)
    {
        var result = Dialect.Split(script);
        result.Error.ShouldBeNull();
        return [.. result.Statements.Select(statement => statement.Text)];
    }

    public static StatementTraits TraitsOf(string statement)
    {
        var result = Dialect.Split(statement + ";");
        result.Error.ShouldBeNull();
        return result.Statements.ShouldHaveSingleItem().Traits;
    }

    public static SplitError ErrorOf(string script) => Dialect.Split(script).Error.ShouldNotBeNull();
}
