using Dowel.Data;

namespace Dowel.HostTests;

[CollectionDefinition(nameof(DatabaseEngine.Sqlite))]
public sealed class SqliteTests : ICollectionFixture<SqliteHost>;
