namespace Dowel.Data;

/// <summary>What a database's pool of connections holds at a moment.</summary>
/// <param name="Name">The pool, unique in the process.</param>
/// <param name="Idle">Open connections that nobody uses.</param>
/// <param name="Used">Open connections that somebody uses.</param>
/// <param name="Waiting">How many wait in line for one.</param>
/// <param name="ConnectionsMax">How many there may be.</param>
public readonly record struct PoolUsage(string Name, int Idle, int Used, int Waiting, int ConnectionsMax);
