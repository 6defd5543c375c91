using Dowel.Data;

namespace Dowel.HostTests;

/// <summary>Starting is dear: the tests of an engine share one service, and each has users of its own.</summary>
public sealed class SqliteHost() : SharedHost(DatabaseEngine.Sqlite);

/// <summary>The same on PostgreSQL, as a role that owns nothing.</summary>
public sealed class PostgresHost() : SharedHost(DatabaseEngine.Postgres);

[CollectionDefinition(nameof(DatabaseEngine.Sqlite))]
public sealed class SqliteTests : ICollectionFixture<SqliteHost>;

[CollectionDefinition(nameof(DatabaseEngine.Postgres))]
public sealed class PostgresTests : ICollectionFixture<PostgresHost>;
