using Dowel.Data;

namespace Dowel.HostTests;

/// <summary>The service on PostgreSQL, as a role that owns nothing.</summary>
public sealed class PostgresHost() : SharedHost(DatabaseEngine.Postgres);
