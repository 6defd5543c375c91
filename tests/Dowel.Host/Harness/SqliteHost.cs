using Dowel.Data;

namespace Dowel.HostTests;

/// <summary>Starting is dear: the tests of an engine share one service, and each has users of its own.</summary>
public sealed class SqliteHost() : SharedHost(DatabaseEngine.Sqlite);
