namespace Dowel.Sqlite;

/// <summary>Which connection a statement needs.</summary>
internal enum SqliteRoute : byte
{
    /// <summary>The engine has not been asked.</summary>
    Unknown,

    /// <summary>Any that reads.</summary>
    Reader,

    /// <summary>The one that writes.</summary>
    Writer,
}
