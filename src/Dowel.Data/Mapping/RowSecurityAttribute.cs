namespace Dowel.Data;

/// <summary>PostgreSQL itself shows the rows of an owned record to their owner alone, a second wall behind the statements.</summary>
/// <remarks>
/// The table's policy compares with the setting <c>dowel.owner</c>; where that is not set there are no rows. Superusers and roles that bypass
/// row security see all. SQLite has no such thing.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class RowSecurityAttribute : Attribute;
