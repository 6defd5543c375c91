namespace Dowel.Postgres.Tests;

public sealed class AddressTests
{
    [Theory]
    [InlineData("postgres://app:s%40cret@db:5433/shop", "PostgreSQL database shop on db")]
    [InlineData("postgresql:///shop?host=/run/pg", "PostgreSQL database shop on /run/pg")]
    [InlineData("Host=db;Database=shop", "PostgreSQL database shop on db")]
    public async Task A_database_is_named_by_a_URL_or_a_connection_string(string address, string name)
    {
        await using var database = PostgresDatabase.Open(address);
        await using var scripts = new PostgresMigrationDatabase(address);

        database.DisplayName.ShouldBe(name);
        scripts.DisplayName.ShouldBe(name);
    }

    [Theory]
    [InlineData("postgres://app:secret@db:port/shop")]
    [InlineData("postgres://app:sec/secret@db/shop")]
    [InlineData("postgres://app:secret@")]
    [InlineData("secret")]
    public void What_is_neither_is_refused_and_not_quoted(string address)
    {
        var refused = Should.Throw<ArgumentException>(() => PostgresDatabase.Open(address));

        refused.Message.ShouldNotContain("secret");
    }
}
