using Dowel.Data;

namespace Dowel.HostTests;

[CollectionDefinition(nameof(DatabaseEngine.Postgres))]
public sealed class PostgresTests : ICollectionFixture<PostgresHost>;
