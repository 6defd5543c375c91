namespace Dowel.Sqlite;

/// <summary>What a value can be: one of SQLite's storage classes, or any of several.</summary>
/// <remarks>sqlite.org, "Datatypes In SQLite", 2. The order is that of a lattice: <see cref="None"/> is a place that nothing was put into.</remarks>
[Flags]
internal enum SqliteKinds
{
    /// <summary>Nothing has been put there.</summary>
    None = 0,

    /// <summary><c>NULL</c>.</summary>
    Null = 1,

    /// <summary><c>INTEGER</c>.</summary>
    Integer = 2,

    /// <summary><c>REAL</c>.</summary>
    Real = 4,

    /// <summary><c>TEXT</c>.</summary>
    Text = 8,

    /// <summary><c>BLOB</c>.</summary>
    Blob = 16,

    /// <summary>A number of either kind.</summary>
    Number = Integer | Real,

    /// <summary>Anything but <c>NULL</c>.</summary>
    Value = Number | Text | Blob,

    /// <summary>Anything.</summary>
    Any = Null | Value,
}
