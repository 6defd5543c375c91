namespace Dowel.Schema;

/// <summary>Where a database on PostgreSQL and one on SQLite do not mean the same.</summary>
/// <param name="Name">The table, or the column with its table.</param>
/// <param name="Problem">What differs, as a sentence.</param>
internal sealed record LogicalDifference(string Name, string Problem);
