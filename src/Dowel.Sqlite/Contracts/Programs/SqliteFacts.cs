namespace Dowel.Sqlite;

/// <summary>What a program shows of a statement.</summary>
/// <param name="Results">What each column of the result can hold; null where that is not known, and where there are no rows.</param>
/// <param name="Wrong">The parameters that cannot be what they are taken for, by number from 1, and what that is.</param>
internal sealed record SqliteFacts(IReadOnlyList<SqliteKinds>? Results, IReadOnlyDictionary<int, SqliteKinds> Wrong);
