namespace Dowel.Sqlite;

/// <summary>A column within a key or an index.</summary>
/// <param name="Name">The column's name, or an index's expression.</param>
/// <param name="Order">What follows it: <c>collate nocase desc</c>; empty where nothing.</param>
internal sealed record SqliteKeyPart(string Name, string Order);
