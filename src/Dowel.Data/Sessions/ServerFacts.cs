namespace Dowel.Data;

/// <summary>What a database says of itself.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Version">The engine's version, <c>3.40.1</c> or <c>15.14</c>.</param>
/// <param name="Database">The file, or the database's name.</param>
/// <param name="TakesWrites">False for a standby, a read-only file, or a session that may only read.</param>
public sealed record ServerFacts(DatabaseEngine Engine, string Version, string Database, bool TakesWrites);
